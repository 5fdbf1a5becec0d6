package org.sunmao.duty.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The organizations whose duties are to be derived anew, each once however often it was named. */
@Repository
class Waiting {

    private static final String ADD =
            """
            insert into duty.waiting (organization) select unnest(cast(:organizations as uuid[]))
            on conflict do nothing
            """;

    private static final String TAKE =
            """
            delete from duty.waiting where organization in (
              select organization from duty.waiting order by organization
              limit :limit for update skip locked)
            returning organization
            """;

    private static final String REMOVE =
            "delete from duty.waiting where organization = any(:organizations)";

    private final JdbcClient jdbc;

    Waiting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Collection<UUID> organizations) {
        jdbc.sql(ADD).param("organizations", organizations.toArray(UUID[]::new)).update();
    }

    /** Some of them; they wait again if the caller's transaction fails. */
    List<UUID> take(int limit) {
        return jdbc.sql(TAKE)
                .param("limit", limit)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Those the caller's transaction is about to derive. */
    void remove(Collection<UUID> organizations) {
        jdbc.sql(REMOVE).param("organizations", organizations.toArray(UUID[]::new)).update();
    }
}
