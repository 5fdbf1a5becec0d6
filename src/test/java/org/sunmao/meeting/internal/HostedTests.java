package org.sunmao.meeting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.access.SignedIn;
import org.sunmao.access.SignedIn.State;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;
import org.sunmao.house.Village;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A floating member takes part where they are: proposed there by name, and counted nowhere. */
@HouseTest
class HostedTests extends MeetingHouse {

    @Autowired JdbcClient jdbc;

    private UUID home = UUID.randomUUID();
    private UUID away = UUID.randomUUID();
    private Caller homeSecretary = new Caller(0);

    @BeforeEach
    void somebodyIsAway() {
        home = county.townships().getLast().branches().getFirst().id();
        away = village.member(home, "诸葛流");
        homeSecretary = caller(Role.SECRETARY, home);
    }

    @Test
    @Proves("R-MOB-03")
    void theHostIsProposedWhomItHostsByNameAndNothingElse() {
        assertThat(hosted("?type=lecture")).isEmpty();
        host(today().minusDays(10).toString());

        var proposed = hosted("?type=lecture");
        assertThat(proposed).hasSize(1);
        assertThat(proposed.get(0).properties().stream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("member", "name");
        assertThat(proposed.get(0).get("name").asString()).isEqualTo("诸葛流");
        for (var type : List.of("members", "theme-day", "appraisal", "life-meeting")) {
            assertThat(hosted("?type=" + type)).as(type).hasSize(1);
        }
        assertThat(hosted("?type=visit")).as("nobody is due there").isEmpty();
        var before = "?type=lecture&on=" + today().minusDays(11);
        assertThat(hosted(before)).as("not yet there on that day").isEmpty();
        assertThat(proposal("?type=lecture").get("due").toString()).doesNotContain("诸葛流");
        assertThat(proposal("?type=members").get("quorum").get("due").asInt()).isEqualTo(4);
    }

    @Test
    void whoCameIsInTheRecordOfTheHostAndInThatOfTheMemberAndInNoCount() {
        host(today().minusDays(10).toString());
        var vote = MeetingProposalTests.vote(4, 0);
        var came = Map.of("hosted", List.of(away), "minutes", 60, "votes", List.of(vote));
        var view = secretary.get("/api/meetings/" + add(came)).json();

        var roll = view.get("roll");
        assertThat(roll.get("hosted").get(0).get("name").asString()).isEqualTo("诸葛流");
        assertThat(roll.get("due").toString()).doesNotContain(away.toString());
        assertThat(roll.get("counted").get("due").asInt()).isEqualTo(4);
        assertThat(roll.get("counted").get("present").asInt()).isEqualTo(4);
        assertThat(view.get("votes").get(0).get("present").asInt()).isEqualTo(4);
        var five = List.of(MeetingProposalTests.vote(5, 0));
        assertThat(refused(Map.of("hosted", List.of(away), "votes", five))).contains("票");

        var own =
                new Caller(port).signIn(village.account(Role.MEMBER, home, away), Village.PASSWORD);
        for (var record :
                List.of(
                        own.get("/api/mine/life").json(),
                        homeSecretary.get("/api/members/" + away + "/life").json())) {
            var line = record.get("lines").get(0);
            assertThat(line.get("mark").asString()).isEqualTo("hosted");
            assertThat(line.get("organization").get("id").asString()).isEqualTo(branch.toString());
            assertThat(record.get("counts").get("due").asInt()).isZero();
            assertThat(line.get("minutes").asInt()).isEqualTo(60);
        }
    }

    @Test
    void aStrangerIsRefusedAndWhoCameHomeIsOneFromThatDayOn() {
        assertThat(refused(Map.of("hosted", List.of(away)))).contains("没有登记流入这里");
        host(today().minusDays(10).toString());
        homeSecretary.patch(
                "/api/members/" + away,
                1,
                Map.of("floating", false, "effectiveOn", today().minusDays(2).toString()));

        assertThat(hosted("?type=lecture")).isEmpty();
        assertThat(refused(Map.of("hosted", List.of(away)))).contains("没有登记流入这里");
        var then = Map.of("hosted", List.of(away), "on", today().minusDays(3).toString());
        var view = secretary.get("/api/meetings/" + add(then)).json();
        assertThat(view.get("roll").get("hosted").toString()).as("by name, still").contains("诸葛流");
        assertThat(refused(Map.of("guests", List.of(away)))).contains("不在您的管理范围内");
    }

    @Test
    void aRollThatIsCalledTakesThemToo() {
        host(today().minusDays(10).toString());
        var id = add(Map.of("state", "noticed"));
        var called = step(secretary, id, "roll", Map.of("hosted", List.of(away)));
        assertThat(called.get("roll").get("hosted").get(0).get("name").asString()).isEqualTo("诸葛流");
        assertThat(called.get("roll").get("counted").get("present").asInt()).isEqualTo(4);
    }

    @Test
    void theHostSeesANameAndItsNeighbourNothing() {
        host(today().minusDays(10).toString());
        add(Map.of("hosted", List.of(away)));
        for (var path : List.of("", "/life", "/history", "/posts")) {
            assertThat(secretary.get("/api/members/" + away + path).status()).isEqualTo(404);
        }
        var found = secretary.post("/api/members/search", Map.of("q", "诸葛流"));
        assertThat(found.json().toString()).doesNotContain(away.toString());
        assertThat(secretary.get("/api/members?q=诸葛流").json().get("items")).isEmpty();

        assertThat(seen(branch)).containsExactly("诸葛流");
        assertThat(seen(township)).as("above the host").containsExactly("诸葛流");
        var beside = county.townships().getFirst().branches().getLast().id();
        assertThat(seen(beside)).isEmpty();
        assertThat(seen(home)).as("home reads the register itself").isEmpty();
        var neighbour = caller(Role.SECRETARY, beside);
        assertThat(neighbour.get(path("?type=lecture")).status()).isEqualTo(404);
        var wish = wish(Map.of("hosted", List.of(away)));
        wish.remove("chair");
        wish.remove("recorder");
        var elsewhere = neighbour.post("/api/organizations/" + beside + "/meetings", wish);
        assertThat(refused(elsewhere, 400)).contains("没有登记流入这里").doesNotContain("诸葛流");
    }

    /** What the view tells whoever reads what lies below an organization. */
    private List<String> seen(UUID organization) {
        var account = UUID.randomUUID();
        var who =
                new SignedIn(
                        account, "who", "谁", Role.TOWNSHIP_OFFICER, organization, null, State.OPEN);
        return scopes.read(
                who,
                _ ->
                        jdbc.sql("select name from member.hosted_published where id = :id")
                                .param("id", away)
                                .query(String.class)
                                .list());
    }

    private void host(String since) {
        var sent = Map.of("floating", true, "host", branch, "effectiveOn", since);
        var changed = homeSecretary.patch("/api/members/" + away, 0, sent);
        assertThat(changed.status()).as("%s", changed.json()).isEqualTo(200);
        assertThat(changed.json().get("host").get("id").asString()).isEqualTo(branch.toString());
    }

    private JsonNode hosted(String question) {
        return proposal(question).get("hosted");
    }

    private JsonNode proposal(String question) {
        var answer = secretary.get(path(question));
        assertThat(answer.status()).as("%s", answer.json()).isEqualTo(200);
        return answer.json();
    }

    private String path(String question) {
        return "/api/organizations/" + branch + "/meetings/proposal" + question;
    }
}
