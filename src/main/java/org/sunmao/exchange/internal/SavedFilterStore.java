package org.sunmao.exchange.internal;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.access.SignedIn;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Saved filters in PostgreSQL: found by their account, and for the organization it now has. */
@Repository
class SavedFilterStore {

    private static final String OWN =
            """
            select * from exchange.saved_filter f
            where f.account = :account and f.organization = :organization
              and (:everything or f.organization in (
                select p.id from organization.place_published p
                where p.path >= :lo and p.path < :hi and p.valid_from <= :day
                  and p.valid_to > :day))
            """;
    private static final String LIST = OWN + " and f.kind = :kind order by f.id";
    private static final String GET = OWN + " and f.id = :id";
    private static final String ADD =
            """
            insert into exchange.saved_filter (id, account, organization, kind, name, filter,
              saved_at)
            values (:id, :account, :organization, :kind, :name, :filter, :at)
            """;
    private static final String CHANGE =
            """
            update exchange.saved_filter set name = :name, filter = :filter
            where id = :id and account = :account
            """;
    private static final String DELETE =
            "delete from exchange.saved_filter where id = :id and account = :account";

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> FILTER = new TypeReference<>() {};

    /** A filter under a name. */
    record Saved(UUID id, String kind, String name, Map<String, String> filter) {}

    private static final RowMapper<Saved> ROWS =
            (row, _) ->
                    new Saved(
                            row.getObject("id", UUID.class),
                            row.getString("kind"),
                            row.getString("name"),
                            JSON.readValue(row.getString("filter"), FILTER));

    private final JdbcClient jdbc;

    SavedFilterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Saved> list(Scope scope, SignedIn who, String kind) {
        return own(scope, who, LIST).param("kind", kind).query(ROWS).list();
    }

    Optional<Saved> get(Scope scope, SignedIn who, UUID id) {
        return own(scope, who, GET).param("id", id).query(ROWS).optional();
    }

    void add(SignedIn who, Saved saved, Instant at) {
        jdbc.sql(ADD)
                .param("id", saved.id())
                .param("account", who.account())
                .param("organization", Objects.requireNonNull(who.organization()))
                .param("kind", saved.kind())
                .param("name", saved.name())
                .param("filter", JSON.writeValueAsString(saved.filter()))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void change(SignedIn who, Saved saved) {
        jdbc.sql(CHANGE)
                .param("id", saved.id())
                .param("account", who.account())
                .param("name", saved.name())
                .param("filter", JSON.writeValueAsString(saved.filter()))
                .update();
    }

    void delete(SignedIn who, UUID id) {
        jdbc.sql(DELETE).param("id", id).param("account", who.account()).update();
    }

    private JdbcClient.StatementSpec own(Scope scope, SignedIn who, String sql) {
        return jdbc.sql(sql)
                .param("account", who.account())
                .param("organization", Objects.requireNonNull(who.organization()))
                .param("everything", scope.everything())
                .param("lo", scope.subtree().lo())
                .param("hi", scope.subtree().hi())
                .param("day", scope.day());
    }
}
