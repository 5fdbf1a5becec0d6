package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Role;
import org.sunmao.access.Tree;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The accounts of the house, for whoever administers them; members' names are not told. */
@Repository
class AccountListing {

    private static final String COLUMNS =
            """
            select a.id, a.username, a.name, a.member, a.disabled_at, a.disabled_reason,
              a.password is not null as opened, i.ends_at
            from access.account a
            left join access.invitation i on i.account = a.id and i.used_at is null
              and i.ends_at > :now
            """;

    /** A member's account is found by its whole username only. */
    private static final String LIST =
            COLUMNS
                    + """
                    where a.username > :after
                      and (:term = '' or a.username = :term or a.member is null
                        and (strpos(a.username, :term) > 0 or strpos(lower(a.name), :term) > 0))
                      and (:state = ''
                        or :state = 'disabled' and a.disabled_at is not null
                        or :state = 'open' and a.disabled_at is null and a.password is not null
                        or :state = 'pending' and a.disabled_at is null and a.password is null)
                      and (:members or a.member is null or a.username = :term)
                    order by a.username limit :limit
                    """;

    private static final String GET = COLUMNS + " where a.id = :id";
    private static final String ROLES =
            """
            select g.account, g.role, g.organization from access.grant g
            where g.account = any(:accounts) and %s
            order by g.account, g.role, g.organization
            """
                    .formatted(AccountStore.HOLDS);

    /**
     * What is looked for.
     *
     * @param term part of a username or name, in lower case; empty for all
     * @param state a state, or empty
     * @param members whether accounts of members stand in the list
     */
    record Sought(String term, String state, boolean members) {}

    private record Row(
            UUID id,
            String username,
            String name,
            String state,
            boolean ofMember,
            @Nullable String reason,
            @Nullable Instant linkUntil) {

        AccountView with(List<String> roles) {
            return new AccountView(id, username, name, state, ofMember, reason, linkUntil, roles);
        }
    }

    private final JdbcClient jdbc;
    private final Tree tree;

    AccountListing(JdbcClient jdbc, Tree tree) {
        this.jdbc = jdbc;
        this.tree = tree;
    }

    List<AccountView> list(Sought sought, String after, int limit, Instant now, LocalDate today) {
        var rows =
                jdbc.sql(LIST)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("after", after)
                        .param("term", sought.term())
                        .param("state", sought.state())
                        .param("members", sought.members(), Types.BOOLEAN)
                        .param("limit", limit)
                        .query((row, _) -> row(row))
                        .list();
        return withRoles(rows, today);
    }

    Optional<AccountView> get(UUID id, Instant now, LocalDate today) {
        var rows =
                jdbc.sql(GET)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .query((row, _) -> row(row))
                        .list();
        return withRoles(rows, today).stream().findFirst();
    }

    private List<AccountView> withRoles(List<Row> rows, LocalDate today) {
        var roles = new HashMap<UUID, List<String>>();
        var names = new HashMap<UUID, String>();
        jdbc.sql(ROLES)
                .param("accounts", rows.stream().map(Row::id).toArray(UUID[]::new))
                .param("today", today)
                .query(
                        row -> {
                            var account = row.getObject("account", UUID.class);
                            roles.computeIfAbsent(account, _ -> new ArrayList<>())
                                    .add(told(row, names));
                        });
        return rows.stream().map(row -> row.with(roles.getOrDefault(row.id(), List.of()))).toList();
    }

    private String told(ResultSet row, Map<UUID, String> names) throws SQLException {
        var role = Role.of(row.getString("role")).label();
        var organization = row.getObject("organization", UUID.class);
        if (organization == null) {
            return role;
        }
        var name = names.computeIfAbsent(organization, id -> tree.name(id).orElse(""));
        return name.isEmpty() ? role : role + " · " + name;
    }

    private static Row row(ResultSet row) throws SQLException {
        var ofMember = row.getObject("member") != null;
        var name = row.getString("name");
        var ends = row.getObject("ends_at", OffsetDateTime.class);
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("username"),
                ofMember ? surname(name) : name,
                state(row),
                ofMember,
                row.getString("disabled_reason"),
                ends == null ? null : ends.toInstant());
    }

    /** Who administers accounts sees no members: enough to hear whether two speak of the same. */
    private static String surname(String name) {
        var first = name.offsetByCodePoints(0, Math.min(1, name.codePointCount(0, name.length())));
        return name.substring(0, first) + "**";
    }

    private static String state(ResultSet row) throws SQLException {
        if (row.getObject("disabled_at") != null) {
            return "disabled";
        }
        return row.getBoolean("opened") ? "open" : "pending";
    }
}
