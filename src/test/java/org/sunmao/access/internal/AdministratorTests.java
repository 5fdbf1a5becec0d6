package org.sunmao.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;

import java.sql.Types;
import java.util.UUID;

/** SEC-16: who administers does nothing else, and administers one thing only. */
@HouseTest
class AdministratorTests {

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired JdbcClient jdbc;

    @Test
    void noAdministratorIsGivenASecondRole() {
        var top = village.organization(null, "中共三员县委员会", "committee");
        var admin = village.account(Role.SYSTEM_ADMIN, null, null);

        assertThatThrownBy(() -> grant(admin, "security-admin", null))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("administrator_holds_nothing_else");
        assertThatThrownBy(() -> grant(admin, "secretary", top))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> village.account(Role.AUDIT_ADMIN, top, null))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aSecretaryOfTwoBranchesIsNoAdministrator() {
        var top = village.organization(null, "中共两支部委员会", "committee");
        var secretary = village.account(Role.SECRETARY, top, null);

        assertThat(grant(secretary, "secretary", village.organization(top, "中共二支部", "branch")))
                .isEqualTo(1);
        assertThatThrownBy(() -> grant(secretary, "audit-admin", null))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void administratorsSeeNoBusinessData() {
        for (var role : new Role[] {Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN}) {
            var caller =
                    new Caller(port).signIn(village.account(role, null, null), Village.PASSWORD);
            for (var path : new String[] {"/api/organizations", "/api/members"}) {
                assertThat(caller.get(path).status()).as("%s %s", role, path).isEqualTo(403);
                assertThat(caller.get(path + "/" + UUID.randomUUID()).status()).isEqualTo(403);
            }
        }
    }

    @Test
    void aGrantThatHasEndedOpensNothingFromThatDayOn() {
        var top = village.organization(null, "中共届满县委员会", "committee");
        var officer = village.account(Role.COUNTY_OFFICER, top, null);
        var caller = new Caller(port).signIn(officer, Village.PASSWORD);
        assertThat(caller.get("/api/members").status()).isEqualTo(200);

        village.endGrants(officer);

        assertThat(caller.get("/api/members").status()).isEqualTo(401);
        assertThatThrownBy(() -> new Caller(port).signIn(officer, Village.PASSWORD))
                .hasMessageContaining("401");
    }

    private int grant(String username, String role, @Nullable UUID organization) {
        return jdbc.sql(
                        """
                        insert into access.grant (id, account, role, organization, valid_from,
                          basis_kind)
                        select gen_random_uuid(), id, ?, ?, current_date, 'demo'
                        from access.account where username = ?
                        """)
                .param(1, role)
                .param(2, organization, Types.OTHER)
                .param(3, username)
                .update();
    }
}
