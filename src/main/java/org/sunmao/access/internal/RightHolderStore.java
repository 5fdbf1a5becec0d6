package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Right;
import org.sunmao.access.RightHolders;
import org.sunmao.access.Role;
import org.sunmao.access.SignedIn;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who has a right today, in PostgreSQL. */
@Repository
class RightHolderStore implements RightHolders {

    private static final String BEHIND =
            """
            with next as (
              select distinct g.account from access.grant g
              join access.account a on a.id = g.account and a.disabled_at is null
              where g.role = any(:roles) and (cast(:behind as uuid) is null or g.account > :behind)
                and %1$s
              order by g.account limit :accounts)
            select distinct g.account, g.role, g.organization from access.grant g
            join next n on n.account = g.account
            where g.role = any(:roles) and g.organization is not null and %1$s
            order by g.account, g.organization, g.role
            """
                    .formatted(AccountStore.HOLDS);
    private static final String AS =
            """
            select a.id, a.username, a.name, a.member, g.id as grant, g.role, g.organization,
              g.behalf
            from access.account a join access.grant g on g.account = a.id
            where a.id = :account and a.disabled_at is null and %s
            order by g.behalf is not null, g.id
            """
                    .formatted(AccountStore.HOLDS);

    private final JdbcClient jdbc;
    private final Clock clock;

    RightHolderStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Held> behind(@Nullable UUID behind, Set<Right> rights, int accounts) {
        return jdbc.sql(BEHIND)
                .param("roles", roles(rights))
                .param("behind", behind, Types.OTHER)
                .param("accounts", accounts)
                .param("today", LocalDate.now(clock))
                .query(
                        (row, _) ->
                                new Held(
                                        row.getObject("account", UUID.class),
                                        Role.of(row.getString("role")),
                                        row.getObject("organization", UUID.class)))
                .list();
    }

    @Override
    public List<SignedIn> as(UUID account) {
        return jdbc.sql(AS)
                .param("account", account)
                .param("today", LocalDate.now(clock))
                .query((row, _) -> signedIn(row))
                .list();
    }

    private static String[] roles(Set<Right> rights) {
        return Arrays.stream(Role.values())
                .filter(role -> rights.stream().anyMatch(role::may))
                .map(Role::code)
                .toArray(String[]::new);
    }

    private static SignedIn signedIn(ResultSet row) throws SQLException {
        return new SignedIn(
                row.getObject("id", UUID.class),
                row.getString("username"),
                row.getString("name"),
                Role.of(row.getString("role")),
                row.getObject("organization", UUID.class),
                row.getObject("member", UUID.class),
                SignedIn.State.OPEN,
                row.getObject("grant", UUID.class),
                row.getObject("behalf", UUID.class));
    }
}
