package org.sunmao;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * Random users probe random objects of a random tree; a slow and obvious walk up the parents says
 * what each of them should see.
 */
@HouseTest
class ScopeOracleTests {

    private static final int ORGANIZATIONS = 40;
    private static final int PROBES = 500;

    @LocalServerPort int port;
    @Autowired Village village;

    private final Map<UUID, UUID> parents = new HashMap<>();
    private final Map<UUID, UUID> holders = new HashMap<>();

    @Test
    void everyProbeIsAnsweredAsTheOracleSays() {
        var random = new Random(20261122);
        var organizations = tree(random);
        var members = new ArrayList<>(holders.keySet());
        var callers = new HashMap<UUID, Caller>();
        for (var organization : organizations) {
            var username = village.account(Role.TOWNSHIP_OFFICER, organization, null);
            callers.put(organization, new Caller(port).signIn(username, Village.PASSWORD));
        }
        for (var i = 0; i < PROBES; i++) {
            var top = organizations.get(random.nextInt(organizations.size()));
            var organization = organizations.get(random.nextInt(organizations.size()));
            var member = members.get(random.nextInt(members.size()));
            var caller = requireNonNull(callers.get(top));
            assertThat(caller.get("/api/organizations/" + organization).status())
                    .isEqualTo(within(organization, top) ? 200 : 404);
            assertThat(caller.get("/api/members/" + member).status())
                    .isEqualTo(within(requireNonNull(holders.get(member)), top) ? 200 : 404);
        }
        for (var top : organizations) {
            assertThat(
                            new HashSet<>(
                                    requireNonNull(callers.get(top))
                                            .get("/api/members?limit=200")
                                            .ids()))
                    .isEqualTo(membersOf(top));
        }
    }

    private List<UUID> tree(Random random) {
        var organizations = new ArrayList<UUID>();
        organizations.add(village.organization(null, "中共神谕县委员会", "committee"));
        for (var i = 1; i < ORGANIZATIONS; i++) {
            var parent = organizations.get(random.nextInt(organizations.size()));
            var organization = village.organization(parent, "中共第" + i + "党支部", "branch");
            parents.put(organization, parent);
            organizations.add(organization);
            holders.put(village.member(organization, "张三"), organization);
        }
        return organizations;
    }

    private Set<UUID> membersOf(UUID top) {
        var found = new HashSet<UUID>();
        holders.forEach(
                (member, holder) -> {
                    if (within(holder, top)) {
                        found.add(member);
                    }
                });
        return found;
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
