package org.sunmao.access.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.sunmao.access.FirstLink;

import java.time.Clock;
import java.time.ZoneOffset;

/** The first link in the database; of a token only the hash is kept. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OneTimeLink implements FirstLink {

    private static final String END = "delete from access.first_link";
    private static final String ISSUE = "insert into access.first_link (token) values (:token)";
    private static final String HOLDS =
            """
            select exists (select from access.first_link where token = :token and used_at is null)
            """;
    private static final String USE =
            """
            update access.first_link set used_at = :now where token = :token and used_at is null
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    OneTimeLink(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String issue() {
        var token = Token.next();
        jdbc.sql(END).update();
        jdbc.sql(ISSUE).param("token", token.hash()).update();
        return token.value();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean holds(String token) {
        var hash = new Token(token).hash();
        return jdbc.sql(HOLDS).param("token", hash).query(Boolean.class).single();
    }

    @Override
    public boolean use(String token) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var hash = new Token(token).hash();
        return jdbc.sql(USE).param("now", now).param("token", hash).update() == 1;
    }
}
