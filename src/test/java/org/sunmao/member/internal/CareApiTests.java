package org.sunmao.member.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.house.Caller;
import org.sunmao.house.Caller.Answer;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;
import org.sunmao.house.Village;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who keeps in touch with a member who is away, and which group a member belongs to. */
@HouseTest
class CareApiTests {

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired JdbcClient jdbc;

    private UUID branch = UUID.randomUUID();
    private UUID other = UUID.randomUUID();
    private UUID member = UUID.randomUUID();
    private String page = "";
    private Caller officer = new Caller(0);
    private Caller secretary = new Caller(0);

    @BeforeEach
    void signIn() {
        var county = village.county();
        var township = county.townships().getFirst();
        branch = township.branches().getFirst().id();
        other = township.branches().getLast().id();
        member = township.branches().getFirst().members().getFirst();
        page = "/api/members/" + member;
        officer = caller(Role.COUNTY_OFFICER, county.top());
        secretary = caller(Role.SECRETARY, branch);
    }

    @Test
    @Proves("R-MOB-07")
    void aBranchNamesWhoKeepsInTouchAndNobodyIsNeededAfterTheReturn() {
        var away =
                secretary.patch(
                        page,
                        0,
                        Map.of("floating", true, "contact", "赵大山", "effectiveOn", "2026-02-01"));

        assertThat(away.json().get("contact").asString()).isEqualTo("赵大山");
        assertThat(rows("floating, contact_named")).containsExactly("f f", "t t");
        secretary.patch(page, 1, Map.of("floating", false, "effectiveOn", "2026-06-01"));
        assertThat(rows("floating, contact_named")).containsExactly("f f", "t t", "f f");
        var history = officer.get(page + "/history").json().get("items").toString();
        assertThat(history).contains("联系人", "赵大山");
        var long61 = Map.of("contact", "赵".repeat(61));
        assertThat(secretary.patch(page, 2, long61).status()).isEqualTo(400);
    }

    @Test
    void aGroupIsOneOfTheBranchAndIsLeftWithIt() {
        var group = village.organization(branch, "第一党小组", "group");
        var foreign = village.organization(other, "第二党小组", "group");

        assertThat(faults(secretary.patch(page, 0, Map.of("partyGroup", foreign))))
                .contains("所在党支部下面的党小组");
        assertThat(faults(secretary.patch(page, 0, Map.of("partyGroup", branch))))
                .contains("所在党支部下面的党小组");
        var grouped =
                secretary.patch(page, 0, Map.of("partyGroup", group, "effectiveOn", "2025-01-01"));
        assertThat(grouped.status()).as(grouped.response().body()).isEqualTo(200);
        assertThat(grouped.json().get("partyGroup").get("name").asString()).isEqualTo("第一党小组");

        officer.patch(page, 1, Map.of("organization", other, "effectiveOn", "2026-01-01"));

        assertThat(rows("party_group is not null")).containsExactly("f", "t", "f");
    }

    @Test
    void aGroupThatIsNoMoreIsNotHeldAgainstAnotherChange() {
        var group = village.organization(branch, "第三党小组", "group");
        secretary.patch(page, 0, Map.of("partyGroup", group, "effectiveOn", "2025-01-01"));
        village.end(group);

        assertThat(secretary.patch(page, 1, Map.of("education", "21")).status()).isEqualTo(200);
    }

    private List<String> rows(String columns) {
        return scopes.system(
                "test",
                _ ->
                        jdbc.sql(
                                        """
                                        select translate((f.row)::text, ',()', ' ') from (
                                          select row(%s) as row, valid_from
                                          from member.duty_published where id = :id) f
                                        order by f.valid_from
                                        """
                                                .formatted(columns))
                                .param("id", member)
                                .query((row, _) -> row.getString(1).strip())
                                .list());
    }

    private static String faults(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(400);
        return answer.json().get("errors").toString();
    }

    private Caller caller(Role role, UUID over) {
        return new Caller(port).signIn(village.account(role, over, null), Village.PASSWORD);
    }
}
