package org.sunmao.tally.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Random accounts ask for boards of random organizations; a walk up the parents says who may. */
@HouseTest
class BoardScopeTests {

    private static final int ORGANIZATIONS = 25;
    private static final int ACCOUNTS = 10;
    private static final int PROBES = 200;
    private static final List<Role> ROLES =
            List.of(
                    Role.COUNTY_OFFICER,
                    Role.TOWNSHIP_OFFICER,
                    Role.SUPERVISOR,
                    Role.SECRETARY,
                    Role.SYSTEM_ADMIN);

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired JdbcClient jdbc;

    private final Random random = new Random(20261127);
    private final Map<UUID, UUID> parents = new HashMap<>();

    /** Who asks, and what the top of their scope is: null for whoever has none. */
    private record Asker(Caller caller, @Nullable UUID top) {}

    @Test
    void theBoardAndItsEventsAreThereForWhoHasTheOrganizationInTheirScopeAlone() {
        var organizations = tree();
        var askers = askers(organizations);
        for (var i = 0; i < PROBES; i++) {
            var asker = askers.get(random.nextInt(askers.size()));
            var organization = organizations.get(random.nextInt(organizations.size()));
            var expected = expected(asker, organization);
            var board = asker.caller().get("/api/board?organization=" + organization);
            assertThat(board.status()).isEqualTo(expected);
            assertThat(asker.caller().status("/api/board/events?organization=" + organization))
                    .isEqualTo(expected);
            if (expected == 200) {
                var counted = board.json().get("counted").get("organizations").asLong();
                assertThat(counted)
                        .isEqualTo(
                                organizations.stream()
                                        .filter(one -> within(one, organization))
                                        .count());
                board.json()
                        .get("organizations")
                        .forEach(
                                part ->
                                        assertThat(
                                                        within(
                                                                UUID.fromString(
                                                                        part.get("id").asString()),
                                                                organization))
                                                .isTrue());
            }
        }
    }

    @Test
    void theDatabaseItselfHoldsCountersOutsideTheScopeBack() {
        var mine = village.county();
        var other = village.county();
        scopes.system(
                "test",
                scope ->
                        jdbc.sql("insert into tally.standing values (?, 'x', 'late', 'red', 1)")
                                .param(other.townships().getFirst().top())
                                .update());
        var seen =
                scopes.system(
                        "test",
                        scope ->
                                jdbc.sql(
                                                """
                                                select set_config('sunmao.everything', 'off', true),
                                                  set_config('sunmao.lo', path, true),
                                                  set_config('sunmao.hi', rtrim(path, '/') || '0',
                                                    true)
                                                from organization.place where id = ?
                                                """)
                                        .param(mine.top())
                                        .query(
                                                (_, _) ->
                                                        jdbc.sql(
                                                                        """
                                                                        select count(*)
                                                                        from tally.standing
                                                                        where name = 'x'
                                                                        """)
                                                                .query(Long.class)
                                                                .single())
                                        .single());
        assertThat(seen).isZero();
    }

    private List<UUID> tree() {
        var organizations = new ArrayList<UUID>();
        organizations.add(village.organization(null, "中共看板县委员会", "committee"));
        for (var i = 1; i < ORGANIZATIONS; i++) {
            var parent = organizations.get(random.nextInt(organizations.size()));
            var organization = village.organization(parent, "中共第" + i + "委员会", "committee");
            parents.put(organization, parent);
            organizations.add(organization);
        }
        return organizations;
    }

    private List<Asker> askers(List<UUID> organizations) {
        var askers = new ArrayList<Asker>();
        for (var i = 0; i < ACCOUNTS; i++) {
            var role = ROLES.get(i % ROLES.size());
            var top = role.administrates() ? null : organizations.get(random.nextInt(8));
            var username = village.account(role, top, null);
            askers.add(new Asker(new Caller(port).signIn(username, Village.PASSWORD), top));
        }
        return askers;
    }

    private int expected(Asker asker, UUID organization) {
        if (asker.top() == null) {
            return 403;
        }
        return within(organization, asker.top()) ? 200 : 404;
    }

    private boolean within(UUID organization, UUID top) {
        for (@Nullable UUID at = organization; at != null; at = parents.get(at)) {
            if (at.equals(top)) {
                return true;
            }
        }
        return false;
    }
}
