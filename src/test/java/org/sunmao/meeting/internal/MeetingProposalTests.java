package org.sunmao.meeting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;
import org.sunmao.house.Village;
import org.sunmao.organization.NewPost;
import org.sunmao.organization.OrganizationId;
import org.sunmao.organization.Posts;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is known already is proposed: who has to come, who chairs, what it goes through. */
@HouseTest
class MeetingProposalTests extends MeetingHouse {

    @Autowired Posts posts;

    private JsonNode proposal(String question) {
        var path = "/api/organizations/" + branch + "/meetings/proposal" + question;
        var answer = secretary.get(path);
        assertThat(answer.status()).as("%s", answer.json()).isEqualTo(200);
        return answer.json();
    }

    private void post(String kind, UUID member, String name) {
        var post =
                new NewPost(
                        new OrganizationId(branch),
                        kind,
                        member,
                        name,
                        "elected",
                        LocalDate.of(2024, 1, 1),
                        null,
                        null);
        scopes.system(
                "test",
                scope -> {
                    posts.enter(scope, List.of(post));
                    return scope;
                });
    }

    @Test
    @Proves("R-EDU-01")
    void howLongWhatIsLearnedAtTakesIsProposedSoThatNoHoursAreLost() {
        assertThat(proposal("?type=lecture").get("minutes").asInt()).isEqualTo(90);
        assertThat(proposal("?type=members").get("minutes").isNull()).isTrue();
        assertThat(proposal("?type=training").get("minutes").asInt()).isEqualTo(360);
        assertThat(proposal("?type=training").get("due").isEmpty()).as("they are chosen").isTrue();
        add(Map.of("type", "lecture", "minutes", 135, "on", yesterday()));
        assertThat(proposal("?type=lecture").get("minutes").asInt()).isEqualTo(135);
        assertThat(refused(Map.of("type", "training"))).contains("请选择参加集中培训的党员");
    }

    @Test
    @Proves({"R-LF-06", "R-LF-15"})
    void theSecretaryChairsAndWhoKeptTheMinutesLastKeepsThemAgain() {
        post("secretary", members.get(0), "张三");
        assertThat(proposal("?type=members").get("recorder").isNull()).isTrue();
        add(Map.of("begins", "19:30", "minutes", 60, "place", "村部", "on", yesterday()));
        var proposed = proposal("?type=members");
        assertThat(proposed.get("chair").get("member").asString())
                .isEqualTo(members.get(0).toString());
        assertThat(proposed.get("recorder").get("member").asString())
                .isEqualTo(members.get(1).toString());
        assertThat(proposed.get("begins").asString()).isEqualTo("19:30");
        assertThat(proposed.get("place").asString()).isEqualTo("村部");
        assertThat(proposed.get("topic").asString()).contains("季度支部党员大会");
        assertThat(proposed.get("due")).hasSize(4);
        assertThat(proposed.get("quorum").get("says").asString()).contains("4 名", "赞成 3 票以上");
        assertThat(proposed.get("agenda").toString()).contains("点名", "讨论", "逐项表决");
        assertThat(proposed.get("reasons").toString()).contains("病假").doesNotContain("病情");
    }

    @Test
    @Proves("R-LF-16")
    void aThemeDayHasThreeFixedItemsAndThePoliticalBirthdaysOfItsMonth() {
        var joined = today().withDayOfMonth(1).minusYears(10);
        village.enter(
                Village.someone(branch, "赵六", joined.minusYears(30), joined, joined.plusYears(1)));
        var proposed = proposal("?type=theme-day");
        assertThat(proposed.get("birthdays").toString()).contains("赵六", "\"years\":10");
        var fixed = new HashSet<String>();
        for (var item : proposed.get("agenda")) {
            if (item.get("required").asBoolean()) {
                fixed.add(item.get("title").asString());
            }
        }
        assertThat(fixed).containsExactlyInAnyOrder("交纳党费", "重温入党誓词", "过政治生日");
        assertThat(proposed.get("agenda").toString()).contains("赵六（10 年）");

        var few = List.of(Map.of("key", "dues", "done", true), Map.of("key", "oath", "done", true));
        var id = add(Map.of("type", "theme-day", "agenda", few));
        assertThat(secretary.get("/api/meetings/" + id).json().get("hints").toString())
                .contains("R-LF-16", "过政治生日", "至少再选一项");
        assertThat(proposal("?type=theme-day").get("clashes")).hasSize(1);
    }

    @Test
    @Proves("R-EDU-07")
    void nobodyOldAndWeakIsHeldToComeAndWhoStaysAwayIsNotAbsent() {
        village.classify(members.get(3), "frail", "care");
        var due = proposal("?type=lecture").get("due");
        var exempt = 0;
        for (var one : due) {
            exempt += one.get("exempt").isNull() ? 0 : 1;
        }
        assertThat(exempt).isEqualTo(1);
        var id = add(Map.of("type", "lecture", "absent", away(members.get(3))));
        var roll = secretary.get("/api/meetings/" + id).json().get("roll");
        assertThat(roll.get("counted").get("exempt").asInt()).isEqualTo(1);
        assertThat(roll.get("counted").get("absent").asInt()).isZero();
        assertThat(roll.toString()).contains("不作硬性要求");
    }

    @Test
    void whatIsStillMissingIsProposedFirst() {
        assertThat(proposal("").get("type").asString()).isEqualTo("theme-day");
        add(Map.of("type", "theme-day"));
        assertThat(proposal("").get("type").asString()).isEqualTo("members");
        add(Map.of("type", "members"));
        assertThat(proposal("").get("type").asString()).isEqualTo("lecture");
        assertThat(proposal("").get("types").toString()).contains("民主评议").doesNotContain("党小组会");
    }

    @Test
    void aGroupMeetsByItselfAndACommitteeByItsOfficers() {
        var group = village.organization(branch, "第一党小组", "group");
        village.join(members.get(2), group);
        var path = "/api/organizations/" + group + "/meetings/proposal";
        var proposed = secretary.get(path).json();
        assertThat(proposed.get("type").asString()).isEqualTo("group");
        assertThat(proposed.get("due")).hasSize(1);
        var none = post(Map.of("type", "committee"));
        assertThat(refused(none, 400)).contains("没有登记委员");
        post("secretary", members.get(0), "张三");
        post("organization-member", members.get(1), "欧阳建国");
        var id = add(Map.of("type", "committee", "votes", List.of(vote(2, 0))));
        var vote = secretary.get("/api/meetings/" + id).json().get("votes").get(0);
        assertThat(vote.get("rule").get("id").asString()).isEqualTo("R-LF-04");
        assertThat(vote.get("passed").asBoolean()).isTrue();
        var before = secretary.get(path + "?on=1999-01-01");
        assertThat(refused(before, 400)).contains("才成立");
    }

    static Map<String, Object> vote(int favour, int against) {
        return Map.of("matter", "发展党员计划", "inFavour", favour, "against", against);
    }

    static List<Map<String, Object>> away(UUID member) {
        return List.of(Map.of("member", member));
    }

    private String yesterday() {
        return today().minusDays(1).toString();
    }
}
