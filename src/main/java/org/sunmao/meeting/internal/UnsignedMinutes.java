package org.sunmao.meeting.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunmao.duty.Occasions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Minutes that wait to be signed; what was signed on the day it was recorded never did. */
@Component
class UnsignedMinutes implements Occasions {

    private static final String FIND =
            """
            select m.organization, m.id, m.recorded_on, s.signed_on
            from meeting.meeting m
            cross join lateral (
              select greatest(m.recorder_signed_at, m.chair_signed_at)
                at time zone 'Asia/Shanghai' as at) g
            cross join lateral (
              select case when m.state <> 'draft' then coalesce(g.at::date, m.recorded_on) end
                as signed_on) s
            where m.organization = any(:organizations)
              and m.state in ('draft', 'signed', 'returned', 'accepted', 'archived')
              and (s.signed_on is null or s.signed_on > m.recorded_on)
            """;

    private final JdbcClient jdbc;

    UnsignedMinutes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "minutes-unsigned";
    }

    @Override
    public void find(Set<UUID> organizations, LocalDate today, Consumer<Occasion> found) {
        jdbc.sql(FIND)
                .param("organizations", organizations.toArray(UUID[]::new))
                .query((row, _) -> occasion(row))
                .list()
                .forEach(found);
    }

    private static Occasion occasion(ResultSet row) throws SQLException {
        return new Occasion(
                row.getObject("organization", UUID.class),
                "case",
                row.getObject("id", UUID.class),
                row.getObject("recorded_on", LocalDate.class),
                null,
                row.getObject("signed_on", LocalDate.class),
                Map.of());
    }
}
