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
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the registers say against one another, by the days of the registers themselves. */
@HouseTest
class MismatchTests {

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired JdbcClient jdbc;

    private County county = new County(UUID.randomUUID(), List.of());
    private UUID branch = UUID.randomUUID();
    private UUID other = UUID.randomUUID();
    private UUID member = UUID.randomUUID();
    private Caller officer = new Caller(0);

    @BeforeEach
    void signIn() {
        county = village.county();
        var township = county.townships().getFirst();
        branch = township.branches().getFirst().id();
        other = township.branches().getLast().id();
        member = township.branches().getFirst().members().getFirst();
        officer =
                new Caller(port)
                        .signIn(
                                village.account(Role.COUNTY_OFFICER, county.top(), null),
                                Village.PASSWORD);
    }

    @Test
    void aPostHeldFromOutsideIsAMismatchFromTheDayOfTheMoveUntilThePostEnds() {
        var post = appoint(branch, "secretary");
        assertThat(mismatches(branch)).isEmpty();

        change(0, Map.of("organization", other, "effectiveOn", "2026-05-01"));
        assertThat(mismatches(branch)).containsExactly("post " + post + " 2026-05-01 infinity");

        officer.patch("/api/posts/" + post, 0, Map.of("to", "2026-06-01"));
        assertThat(mismatches(branch)).containsExactly("post " + post + " 2026-05-01 2026-06-01");
    }

    @Test
    void aPostAboveOrInAGroupOfTheBranchIsNone() {
        var group = village.organization(branch, "第一党小组", "group");
        appoint(group, "group-leader");
        appoint(county.townships().getFirst().top(), "committee-member");
        var temporary = village.organization(county.top(), "中共抢险临时党支部", "temporary");
        officer.post(
                "/api/organizations/" + temporary + "/posts",
                Map.of(
                        "kind", "secretary",
                        "member", member,
                        "appointment", "appointed",
                        "from", "2024-01-01"));

        assertThat(mismatches(group)).isEmpty();
        assertThat(mismatches(temporary)).isEmpty();
        assertThat(mismatches(county.townships().getFirst().top())).isEmpty();
    }

    @Test
    void aBirthDateAgainstTheNumberIsOneUntilItIsCorrected() {
        var born = officer.get("/api/members/" + member).json().get("bornOn").asString();
        change(0, Map.of("bornOn", "1969-12-31"));
        assertThat(mismatches(branch)).containsExactly("number " + member + " 2001-07-01 infinity");

        change(1, Map.of("organization", other, "effectiveOn", "2026-05-01"));
        assertThat(mismatches(branch))
                .containsExactly("number " + member + " 2001-07-01 2026-05-01");
        assertThat(mismatches(other)).containsExactly("number " + member + " 2026-05-01 infinity");

        change(2, Map.of("bornOn", born));
        assertThat(mismatches(branch)).isEmpty();
        assertThat(mismatches(other)).isEmpty();
    }

    @Test
    void aPostOfWhoLeftTheRegisterIsOneFromThatDay() {
        var post = appoint(branch, "secretary");
        scopes.system(
                "test",
                _ -> {
                    var rows = "update member.profile set valid_to = '2026-04-01' where id = :id";
                    jdbc.sql(rows).param("id", member).update();
                    var left = "update member.member set left_on = '2026-04-01' where id = :id";
                    return jdbc.sql(left).param("id", member).update();
                });

        assertThat(mismatches(branch)).containsExactly("post " + post + " 2026-04-01 infinity");
    }

    private String appoint(UUID organization, String kind) {
        var body =
                Map.of(
                        "kind",
                        kind,
                        "member",
                        member,
                        "appointment",
                        "appointed",
                        "from",
                        "2024-01-01");
        var answer = officer.post("/api/organizations/" + organization + "/posts", body);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        return answer.json().get("id").asString();
    }

    private void change(int version, Map<String, Object> values) {
        var answer = officer.patch("/api/members/" + member, version, values);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    }

    private List<String> mismatches(UUID organization) {
        return scopes.system(
                "test",
                _ ->
                        jdbc.sql(
                                        """
                                        select concat_ws(' ', kind, subject, since, until)
                                        from member.mismatch_published
                                        where organization = :organization order by 1
                                        """)
                                .param("organization", organization)
                                .query(String.class)
                                .list());
    }
}
