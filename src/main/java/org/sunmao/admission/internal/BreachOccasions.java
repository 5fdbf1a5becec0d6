package org.sunmao.admission.internal;

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

/**
 * What was entered afterwards and broke a rule, until each step of it was explained and signed: one
 * occasion for all that was entered of a case on one day.
 */
@Component
class BreachOccasions implements Occasions {

    private static final String FIND =
            """
            select a.organization, a.id, cast(s.at at time zone 'Asia/Shanghai' as date) as entered,
              sum(jsonb_array_length(s.breaches)) as breaches,
              case when bool_and(e.signed is not null) then max(e.signed) end as signed
            from admission.admission a
              join admission.step s on s.admission = a.id
              cross join lateral (
                select max(cast(x.decided_at at time zone 'Asia/Shanghai' as date)) as signed
                from admission.explanation x
                where x.admission = s.admission and x.state = 'signed'
                  and s.number = any (x.numbers)) e
            where a.organization = any (:organizations)
              and s.reason is null and jsonb_array_length(s.breaches) > 0
            group by a.organization, a.id, entered
            """;

    private final JdbcClient jdbc;

    BreachOccasions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "breach-unexplained";
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
                row.getObject("entered", LocalDate.class),
                null,
                row.getObject("signed", LocalDate.class),
                Map.of("breaches", row.getInt("breaches")));
    }
}
