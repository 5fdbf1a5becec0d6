package org.sunmao.duty.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What people said of duties; it is added to, and never changed. */
@Repository
class SaidStore {

    private static final String OF_DUTY = "select * from duty.act where duty = :duty order by id";
    private static final String ADD =
            """
            insert into duty.act (id, duty, organization, kind, answers, on_day, at, account,
              behalf, name, role, reason, until)
            select :id, d.id, d.organization, :kind, :answers, :on, :at, :account, :behalf, :name,
              :role, :reason, :until
            from duty.duty d where d.id = :duty
            """;

    /**
     * The nearest committee above is the asker's own; or it has waited long enough for whoever is
     * above that one, too.
     */
    private static final String WAITING =
            "select "
                    + DutyStore.COLUMNS
                    + """
            , (select l.name from organization.label_published l
                where l.id = d.organization and l.valid_to = 'infinity') as organization_name,
              a.id as act_id, a.kind as act_kind, a.reason as act_reason, a.name as act_name,
              a.on_day as act_on
            from duty.duty d
            join duty.act a on a.duty = d.id and a.kind in ('explain', 'contest')
              and not exists (select from duty.act o where o.answers = a.id)
            """
                    + StandingSql.ON_DAY
                    + """
                    where (d.explained_on is not null or d.contest_until = 'infinity')
                      and d.organization <> :own and s.state not in ('coming', 'met', 'void')
                      and a.account not in (:me) and (a.behalf is null or a.behalf not in (:me))
                      and d.organization in (select p.id from organization.place_published p
                        where p.path >= :lo and p.path < :hi and p.valid_to = 'infinity')
                      and (a.on_day <= :longAgo or :own = (with recursive up as (
                          select p.parent as id, 1 as step from organization.place_published p
                          where p.id = d.organization and p.valid_to = 'infinity'
                          union all
                          select p.parent, up.step + 1 from up
                          join organization.place_published p on p.id = up.id
                            and p.valid_to = 'infinity')
                        select up.id from up
                        join organization.label_published k on k.id = up.id
                          and k.valid_to = 'infinity' and k.kind in ('committee', 'work-committee')
                        order by up.step limit 1))
                    order by a.on_day, a.id limit :limit
                    """;

    private final JdbcClient jdbc;

    SaidStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An explanation or contest that waits for a decision, and of which duty. */
    record Waiting(
            ReadDuty duty, UUID act, Said.Kind kind, String reason, String by, LocalDate on) {}

    List<Said> of(UUID duty) {
        return jdbc.sql(OF_DUTY).param("duty", duty).query((row, _) -> said(row)).list();
    }

    /** Those that wait for an officer of this organization, the oldest first. */
    List<Waiting> waiting(Scope scope, UUID own, Set<UUID> me, LocalDate longAgo, int limit) {
        return DutyReading.in(jdbc, scope, WAITING)
                .param("own", own)
                .param("me", me)
                .param("longAgo", longAgo)
                .param("limit", limit)
                .query((row, _) -> waiting(row))
                .list();
    }

    void add(Said said, Instant at) {
        jdbc.sql(ADD)
                .param("id", said.id())
                .param("duty", said.duty())
                .param("kind", said.kind().code())
                .param("answers", said.answers(), Types.OTHER)
                .param("on", said.onDay())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("account", said.account())
                .param("behalf", said.behalf(), Types.OTHER)
                .param("name", said.name())
                .param("role", said.role())
                .param("reason", said.reason())
                .param("until", said.until(), Types.DATE)
                .update();
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                DutyReading.duty(row),
                row.getObject("act_id", UUID.class),
                Said.Kind.of(row.getString("act_kind")),
                row.getString("act_reason"),
                row.getString("act_name"),
                row.getObject("act_on", LocalDate.class));
    }

    private static Said said(ResultSet row) throws SQLException {
        return new Said(
                row.getObject("id", UUID.class),
                row.getObject("duty", UUID.class),
                Said.Kind.of(row.getString("kind")),
                row.getObject("answers", UUID.class),
                row.getObject("on_day", LocalDate.class),
                row.getObject("account", UUID.class),
                row.getObject("behalf", UUID.class),
                row.getString("name"),
                row.getString("role"),
                row.getString("reason"),
                row.getObject("until", LocalDate.class));
    }
}
