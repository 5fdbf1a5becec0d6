package org.sunmao.admission.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunmao.duty.Occasions;
import org.sunmao.journal.Followed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** What was explained and waits for the committee to sign it, or to say no. */
@Component
class ExplanationOccasions implements Occasions {

    /** Of those asked on one day the last is told. */
    private static final String FIND =
            """
            select distinct on (a.id, asked) a.organization, a.id,
              cast(e.at at time zone 'Asia/Shanghai' as date) as asked,
              cast(e.decided_at at time zone 'Asia/Shanghai' as date) as decided,
              e.state = 'withdrawn' as withdrawn
            from admission.admission a join admission.explanation e on e.admission = a.id
            where a.organization = any (:branches)
            order by a.id, asked, e.id desc
            """;

    private final JdbcClient jdbc;
    private final Courses courses;

    ExplanationOccasions(JdbcClient jdbc, Courses courses) {
        this.jdbc = jdbc;
        this.courses = courses;
    }

    @Override
    public String name() {
        return "explanation-unanswered";
    }

    @Override
    public void find(Set<UUID> organizations, LocalDate today, Consumer<Occasion> found) {
        var answering = courses.answering(organizations, today);
        jdbc.sql(FIND)
                .param("branches", answering.keySet().toArray(UUID[]::new))
                .query((row, _) -> occasion(row, answering))
                .list()
                .forEach(found);
    }

    private static Occasion occasion(ResultSet row, Map<UUID, UUID> answering) throws SQLException {
        var decided = row.getObject("decided", LocalDate.class);
        var withdrawn = row.getBoolean("withdrawn");
        return new Occasion(
                Objects.requireNonNull(answering.get(row.getObject("organization", UUID.class))),
                "case",
                row.getObject("id", UUID.class),
                row.getObject("asked", LocalDate.class),
                null,
                withdrawn ? null : decided,
                Map.of(),
                withdrawn ? decided : null);
    }

    @Override
    public Set<UUID> concernedBy(Followed entry) {
        return AdmissionOccasions.concerned(courses, entry);
    }
}
