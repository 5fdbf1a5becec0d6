package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.admission.internal.Admission.Entered;
import org.sunmao.admission.internal.Talent.Gone;
import org.sunmao.admission.internal.Talent.Person;
import org.sunmao.admission.internal.Talent.Way;
import org.sunmao.admission.internal.TalentReader.Said;
import org.sunmao.web.InputRefused;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The young talent pool in PostgreSQL, within the scope. */
@Repository
class TalentStore {

    private static final String SELECT =
            """
            select t.*, admission.stage_of(t.admission) as stage,
              (select a.person from admission.admission a where a.id = t.admission) as whose
            from admission.talent t
            where (:everything or t.organization in (select o.id from organization.place_published o
                where o.path >= :lo and o.path < :hi and o.valid_from <= :day
                  and o.valid_to > :day))
            """;
    private static final String GET = SELECT + " and t.id = :id";
    private static final String LOCK = GET + " for update of t";
    private static final String MATCH =
            SELECT
                    + """
                     and t.organization = :organization and t.name = :name and t.sex = :sex
                      and t.born_on = :bornOn and t.left_on is null
                    for update of t
                    """;
    private static final String OPEN_CASE =
            """
            select a.id from admission.admission a
            where a.organization = :organization and a.name = :name and a.sex = :sex
              and a.born_on = :bornOn and a.stage not in ('archived', 'cancelled', 'ended')
            order by a.id desc limit 1
            """;
    private static final String ADD =
            """
            insert into admission.talent (id, organization, name, sex, born_on, education, mobile,
              work, recommended_by, agreed_on, listed_on, admission, entered_by, entered_name,
              entered_at)
            values (:id, :organization, :name, :sex, :bornOn, :education, :mobile, :work,
              :recommendedBy, :agreedOn, :listedOn, :admission, :by, :byName, :at)
            """;
    private static final String CHANGE =
            """
            update admission.talent set version = version + 1, name = :name, sex = :sex,
              born_on = :bornOn, education = :education, mobile = :mobile, work = :work,
              recommended_by = :recommendedBy, agreed_on = :agreedOn, listed_on = :listedOn
            where id = :id
            """;
    private static final String BEGUN =
            """
            update admission.talent set version = version + 1, admission = :admission,
              education = coalesce(:education, education)
            where id = :id
            """;
    private static final String LEAVE =
            """
            update admission.talent set version = version + 1, left_on = :on, left_reason = :reason
            where id = :id
            """;
    private static final String ERASE = "delete from admission.talent where id = :id";
    private static final String LET_GO = "delete from admission.talent where left_on < :before";

    private final JdbcClient jdbc;
    private final AdmissionRows rows;

    TalentStore(JdbcClient jdbc, AdmissionRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    Optional<Talent> get(Scope scope, UUID id) {
        return in(scope, GET).param("id", id).query((row, _) -> talent(row)).optional();
    }

    /** For a change: whoever comes second waits, and then sees what the first one did. */
    Optional<Talent> lock(Scope scope, UUID id) {
        return in(scope, LOCK).param("id", id).query((row, _) -> talent(row)).optional();
    }

    /** Who is on the list of a branch as that person. */
    Optional<Talent> match(Scope scope, UUID organization, Person person) {
        return who(in(scope, MATCH), person)
                .param("organization", organization)
                .query((row, _) -> talent(row))
                .optional();
    }

    /** The case of that person in a branch that is not over. */
    Optional<UUID> openCase(UUID organization, Person person) {
        return who(jdbc.sql(OPEN_CASE), person)
                .param("organization", organization)
                .query(UUID.class)
                .optional();
    }

    void add(UUID id, UUID organization, Said said, @Nullable UUID admission, Entered by) {
        once(
                said(jdbc.sql(ADD), said)
                        .param("id", id)
                        .param("organization", organization)
                        .param("admission", admission, Types.OTHER)
                        .param("by", by.account(), Types.OTHER)
                        .param("byName", by.name())
                        .param("at", OffsetDateTime.ofInstant(by.at(), ZoneOffset.UTC)));
    }

    void change(UUID id, Said said) {
        once(said(jdbc.sql(CHANGE), said).param("id", id));
    }

    /** The index decides: of two who list one person at once, the second is told. */
    private static void once(StatementSpec sql) {
        try {
            sql.update();
        } catch (DuplicateKeyException _) {
            throw new InputRefused("name", "这个人已经在这个党支部的青年人才库里，请在名单里打开");
        }
    }

    /** An application says what somebody has learned meanwhile, too. */
    void begun(UUID id, UUID admission, @Nullable String education) {
        jdbc.sql(BEGUN)
                .param("id", id)
                .param("admission", admission)
                .param("education", education, Types.VARCHAR)
                .update();
    }

    void leave(UUID id, Gone gone) {
        jdbc.sql(LEAVE)
                .param("id", id)
                .param("on", gone.on())
                .param("reason", gone.reason().code())
                .update();
    }

    void erase(UUID id) {
        jdbc.sql(ERASE).param("id", id).update();
    }

    /** Whoever left before a day is forgotten. */
    int letGo(LocalDate before) {
        return jdbc.sql(LET_GO).param("before", before).update();
    }

    private static StatementSpec who(StatementSpec sql, Person person) {
        return sql.param("name", person.name())
                .param("sex", person.sex())
                .param("bornOn", person.bornOn());
    }

    private StatementSpec said(StatementSpec sql, Said said) {
        var person = said.person();
        return who(sql, person)
                .param("education", person.education(), Types.VARCHAR)
                .param("mobile", rows.sealed(AdmissionRows.MOBILE, person.mobile()), Types.BINARY)
                .param("work", said.work(), Types.VARCHAR)
                .param("recommendedBy", said.recommendedBy(), Types.VARCHAR)
                .param("agreedOn", said.agreedOn())
                .param("listedOn", said.listedOn());
    }

    private Talent talent(ResultSet row) throws SQLException {
        return new Talent(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("organization", UUID.class),
                new Person(
                        row.getString("name"),
                        row.getString("sex"),
                        day(row, "born_on"),
                        row.getString("education"),
                        rows.opened(AdmissionRows.MOBILE, row.getBytes("mobile"))),
                row.getString("work"),
                row.getString("recommended_by"),
                day(row, "agreed_on"),
                day(row, "listed_on"),
                gone(row),
                way(row),
                new Entered(
                        row.getObject("entered_by", UUID.class),
                        row.getString("entered_name"),
                        AdmissionRows.instant(row, "entered_at")));
    }

    private static @Nullable Gone gone(ResultSet row) throws SQLException {
        var on = row.getObject("left_on", LocalDate.class);
        return on == null ? null : new Gone(on, TalentLeave.of(row.getString("left_reason")));
    }

    private static @Nullable Way way(ResultSet row) throws SQLException {
        var admission = row.getObject("admission", UUID.class);
        return admission == null
                ? null
                : new Way(admission, row.getString("stage"), row.getObject("whose", UUID.class));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDate.class));
    }

    private StatementSpec in(Scope scope, String sql) {
        return jdbc.sql(sql)
                .param("everything", scope.everything())
                .param("lo", scope.subtree().lo())
                .param("hi", scope.subtree().hi())
                .param("day", scope.day());
    }
}
