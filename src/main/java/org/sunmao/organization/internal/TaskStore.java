package org.sunmao.organization.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What temporary branches are for (R-BR-07). */
@Repository
class TaskStore {

    private static final String OF =
            """
            select t.task, t.review_months, coalesce(
                (select (max(r.on_day) + make_interval(months => t.review_months))::date
                  from organization.review r
                  where r.organization = t.organization and r.withdrawn_at is null),
                t.review_on) as review_on
            from organization.task t where t.organization = :organization
            """;

    /**
     * The task of a temporary branch.
     *
     * @param reviewOn when it is next looked at whether it is still needed
     */
    record Task(String task, int reviewMonths, LocalDate reviewOn) {}

    private final JdbcClient jdbc;

    TaskStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Task> of(UUID organization) {
        return jdbc.sql(OF).param("organization", organization).query(Task.class).optional();
    }
}
