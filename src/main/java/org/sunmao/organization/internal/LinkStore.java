package org.sunmao.organization.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.LocalDate;
import java.util.UUID;

/** Writes links between organizations and bodies, by day. */
@Repository
class LinkStore {

    private static final String BEGIN =
            """
            insert into organization.link (organization, body, valid_from)
            select :organization, :body, :day where not exists (
              select from organization.link
              where organization = :organization and body = :body and valid_to = 'infinity')
            """;
    private static final String END =
            """
            update organization.link set valid_to = :day
            where organization = :organization and body = :body and valid_to = 'infinity'
              and valid_from < :day
            """;
    private static final String TAKE_BACK =
            """
            delete from organization.link
            where organization = :organization and body = :body and valid_to = 'infinity'
              and valid_from = :day
            """;

    private final JdbcClient jdbc;

    LinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether there was none. */
    boolean begin(UUID organization, UUID body, LocalDate day) {
        return write(BEGIN, organization, body, day);
    }

    /** Whether there was one; made on the same day, it never was. */
    boolean end(UUID organization, UUID body, LocalDate day) {
        return write(TAKE_BACK, organization, body, day) || write(END, organization, body, day);
    }

    private boolean write(String sql, UUID organization, UUID body, LocalDate day) {
        return jdbc.sql(sql)
                        .param("organization", organization)
                        .param("body", body)
                        .param("day", day)
                        .update()
                > 0;
    }
}
