package org.sunmao.audit.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Scopes;

import java.util.List;
import java.util.UUID;

/** Reads the reading log as an auditor's transaction does, for tests. */
@TestComponent
class Log {

    record Line(
            UUID account,
            String kind,
            @Nullable UUID subject,
            long count,
            String level,
            @Nullable String what) {}

    private final Scopes scopes;
    private final JdbcClient jdbc;

    Log(Scopes scopes, JdbcClient jdbc) {
        this.scopes = scopes;
        this.jdbc = jdbc;
    }

    /** What an account has read so far, in order. */
    List<Line> by(String username) {
        return scopes.system(
                "test",
                _ -> {
                    jdbc.sql("select set_config('sunmao.purpose', 'audit', true)")
                            .query(String.class)
                            .single();
                    return jdbc.sql(
                                    """
                                    select r.account, r.kind, r.subject, r.count,
                                      r.class as level, r.what
                                    from journal.reading r
                                    join access.account a on a.id = r.account
                                    where a.username = :username order by r.id
                                    """)
                            .param("username", username)
                            .query(Line.class)
                            .list();
                });
    }

    List<String> kinds(String username) {
        return by(username).stream().map(Line::kind).toList();
    }
}
