package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.admission.internal.Admission.Whose;

import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Admissions in PostgreSQL; the policy leaves those of the scope, of the person, and those handed
 * over.
 */
@Repository
class AdmissionStore {

    /** Of the scope, or one's own; whoever examines the papers of one that is handed over, too. */
    private static final String SEEN =
            """
            (:everything or a.person = :subject
              or a.organization in (select o.id from organization.place_published o
                where o.path >= :lo and o.path < :hi and o.valid_from <= :day
                  and o.valid_to > :day)
              or a.id in (select h.admission from admission.handover h
                join organization.place_published o on o.id = h.target
                where h.state = 'sent' and o.path >= :lo and o.path < :hi
                  and o.valid_from <= :day and o.valid_to > :day))
            """;

    private static final String GET =
            "select a.* from admission.admission a where a.id = :id and " + SEEN;
    private static final String LOCK = GET + " for update of a";
    private static final String OF_PERSON =
            "select a.* from admission.admission a where a.person = :person and "
                    + SEEN
                    + " order by a.id desc";
    private static final String BY_NUMBER =
            """
            select a.person from admission.admission a
            where a.citizen_number_index = :number order by a.id desc limit 1
            """;
    private static final String OPEN =
            """
            select exists (select from admission.admission a where a.person = :person
              and a.stage not in ('archived', 'cancelled', 'ended'))
            """;
    private static final String ADD =
            """
            insert into admission.admission (id, organization, person, kind, name, sex, nation,
              born_on, citizen_number, citizen_number_index, mobile, education, job_post,
              applied_on, stage, state, since, next_step, waits_for, due, late, entered_by,
              entered_name, entered_at)
            values (:id, :organization, :person, :kind, :name, :sex, :nation, :bornOn, :number,
              :index, :mobile, :education, :jobPost, :applied, :stage, cast(:state as jsonb),
              :since, :next, :waitsFor, :due, :late, :by, :byName, :at)
            """;
    private static final String MOVE =
            """
            update admission.admission set version = version + 1, organization = :organization,
              stage = :stage, state = cast(:state as jsonb), since = :since, next_step = :next,
              waits_for = :waitsFor, due = :due
            where id = :id
            """;
    private static final String CHANGE =
            """
            update admission.admission set version = version + 1, name = :name, sex = :sex,
              nation = :nation, born_on = :bornOn, citizen_number = :number,
              citizen_number_index = :index, mobile = :mobile, education = :education,
              job_post = :jobPost
            where id = :id
            """;
    private static final String TOUCH =
            "update admission.admission set version = version + 1 where id = :id";

    private final JdbcClient jdbc;
    private final AdmissionRows rows;
    private final StageJson stages;

    AdmissionStore(JdbcClient jdbc, AdmissionRows rows, StageJson stages) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.stages = stages;
    }

    Optional<Admission> get(Scope scope, UUID id) {
        return in(scope, GET).param("id", id).query(rows).optional();
    }

    /** For a step: whoever comes second waits, and then sees what the first one did. */
    Optional<Admission> lock(Scope scope, UUID id) {
        return in(scope, LOCK).param("id", id).query(rows).optional();
    }

    /** Every way of one person, the newest first. */
    List<Admission> of(Scope scope, UUID person) {
        return in(scope, OF_PERSON).param("person", person).query(rows).list();
    }

    /** Whose number it is, of those in the scope. */
    Optional<UUID> person(String number) {
        return jdbc.sql(BY_NUMBER).param("number", rows.index(number)).query(UUID.class).optional();
    }

    boolean open(UUID person) {
        return jdbc.sql(OPEN).param("person", person).query(Boolean.class).single();
    }

    void add(Admission admission) {
        var entered = admission.entered();
        staged(whose(jdbc.sql(ADD), admission.whose()), admission.stage(), admission.waiting())
                .param("id", admission.id())
                .param("organization", admission.organization())
                .param("person", admission.person())
                .param("kind", admission.kind().code())
                .param("applied", admission.applied())
                .param("late", admission.late())
                .param("by", entered.account(), Types.OTHER)
                .param("byName", entered.name())
                .param("at", OffsetDateTime.ofInstant(entered.at(), ZoneOffset.UTC))
                .update();
    }

    /** Where a step led to. */
    void move(UUID id, UUID organization, Stage stage, Waiting waiting) {
        staged(jdbc.sql(MOVE), stage, waiting)
                .param("id", id)
                .param("organization", organization)
                .update();
    }

    void change(UUID id, Whose whose) {
        whose(jdbc.sql(CHANGE), whose).param("id", id).update();
    }

    /** Something beside the stage has changed: whoever has it open learns so. */
    void touch(UUID id) {
        jdbc.sql(TOUCH).param("id", id).update();
    }

    private StatementSpec staged(StatementSpec sql, Stage stage, Waiting waiting) {
        var next = waiting.next();
        return sql.param("stage", stage.code())
                .param("state", stages.write(stage))
                .param("since", waiting.since())
                .param("next", next == null ? null : next.code(), Types.VARCHAR)
                .param("waitsFor", next == null ? null : next.by().code(), Types.VARCHAR)
                .param("due", waiting.due(), Types.DATE);
    }

    private StatementSpec whose(StatementSpec sql, Whose whose) {
        return sql.param("name", whose.name())
                .param("sex", whose.sex())
                .param("nation", whose.nation(), Types.VARCHAR)
                .param("bornOn", whose.bornOn())
                .param("number", sealed(AdmissionRows.NUMBER, whose.citizenNumber()), Types.BINARY)
                .param("index", rows.index(whose.citizenNumber()), Types.BINARY)
                .param("mobile", sealed(AdmissionRows.MOBILE, whose.mobile()), Types.BINARY)
                .param("education", whose.education(), Types.VARCHAR)
                .param("jobPost", whose.jobPost(), Types.VARCHAR);
    }

    private byte @Nullable [] sealed(String field, @Nullable String clear) {
        return rows.sealed(field, clear);
    }

    private StatementSpec in(Scope scope, String sql) {
        return jdbc.sql(sql)
                .param("everything", scope.everything())
                .param("lo", scope.subtree().lo())
                .param("hi", scope.subtree().hi())
                .param("subject", scope.subject(), Types.OTHER)
                .param("day", scope.day());
    }
}
