package org.sunmao.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;
import org.sunmao.house.Village;
import org.sunmao.house.Village.Branch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Rights follow posts: what a secretary may, whoever is secretary may, and nobody else. */
@HouseTest
@Proves("SEC-06")
class PostRightsTests {

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    private Caller officer = new Caller(0);
    private Branch branch = new Branch(UUID.randomUUID(), List.of());
    private String posts = "";

    @BeforeEach
    void signIn() {
        var county = village.county();
        officer = caller(village.account(Role.COUNTY_OFFICER, county.top(), null));
        branch = county.townships().getFirst().branches().getFirst();
        posts = "/api/organizations/" + branch.id() + "/posts";
    }

    @Test
    void whoBecomesSecretaryMayActAsSuchAtOnceAndNoLongerThanThat() {
        var person = branch.members().getFirst();
        var account = village.account(Role.MEMBER, branch.id(), person);
        assertThat(role(caller(account))).isEqualTo("member");

        var post = officer.post(posts, secretary(person)).header("Location");

        var secretary = caller(account);
        assertThat(role(secretary)).isEqualTo("secretary");
        assertThat(secretary.get("/api/members").ids())
                .containsExactlyInAnyOrderElementsOf(branch.members());

        officer.patch(post, 0, Map.of("to", today()));

        assertThat(secretary.get("/api/members").status()).isEqualTo(401);
        assertThat(role(caller(account))).isEqualTo("member");
    }

    @Test
    void aCorrectionMovesTheRightToTheOneWhoReallyHoldsThePost() {
        var wrong = village.account(Role.MEMBER, branch.id(), branch.members().getFirst());
        var right = village.account(Role.MEMBER, branch.id(), branch.members().getLast());
        var post = officer.post(posts, secretary(branch.members().getFirst())).header("Location");
        assertThat(role(caller(wrong))).isEqualTo("secretary");

        var other = branch.members().getLast().toString();
        officer.patch(post, 0, Map.of("correction", true, "member", other));

        assertThat(role(caller(wrong))).isEqualTo("member");
        assertThat(role(caller(right))).isEqualTo("secretary");
        officer.patch(post, 1, Map.of("correction", true, "kind", "deputy-secretary"));
        assertThat(role(caller(right))).isEqualTo("member");
        officer.patch(post, 2, Map.of("correction", true, "kind", "secretary"));
        assertThat(role(caller(right))).isEqualTo("secretary");
    }

    @Test
    void grantsOfAnotherBasisAndOtherPostsAreLeftAlone() {
        var person = branch.members().getFirst();
        var supervisor = village.account(Role.SUPERVISOR, branch.id(), person);
        var post = officer.post(posts, secretary(person)).header("Location");
        officer.post(posts, held("publicity-member", branch.members().getLast()));
        assertThat(grants(supervisor)).isEqualTo(2);

        officer.patch(post, 0, Map.of("to", today()));

        assertThat(grants(supervisor)).isEqualTo(1);
        assertThat(role(caller(supervisor))).isEqualTo("supervisor");
    }

    @Test
    void aPostOfThePastGivesNothing() {
        var person = branch.members().getFirst();
        var account = village.account(Role.MEMBER, branch.id(), person);
        var past = new HashMap<>(secretary(person));
        past.put("to", "2026-01-01");

        assertThat(officer.post(posts, past).status()).isEqualTo(201);
        assertThat(role(caller(account))).isEqualTo("member");
    }

    private long grants(String username) {
        return jdbc.sql(
                        """
                        select count(*) from access.grant g
                        join access.account a on a.id = g.account
                        where a.username = ? and g.valid_to = 'infinity'
                        """)
                .param(username)
                .query(Long.class)
                .single();
    }

    private String today() {
        return LocalDate.now(clock).toString();
    }

    private static Map<String, Object> secretary(UUID member) {
        return held("secretary", member);
    }

    private static Map<String, Object> held(String kind, UUID member) {
        return Map.of(
                "kind",
                kind,
                "member",
                member.toString(),
                "appointment",
                "elected",
                "from",
                "2025-03-01");
    }

    private static String role(Caller caller) {
        return caller.get("/api/session").json().get("role").asString();
    }

    private Caller caller(String account) {
        return new Caller(port).signIn(account, Village.PASSWORD);
    }
}
