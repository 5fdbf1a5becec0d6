package org.sunmao.duty.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sunmao.access.Role;
import org.sunmao.house.HouseTest;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.UUID;

/** Duties are found by those above them, as of any day, with all that a light owes to people. */
@HouseTest
class DutyApiTests extends LateBranch {

    @Test
    void aDutyTellsItsClauseItsEvidenceAndHowItsLightGoesOut() {
        var it = secretary.get("/api/duties/" + red).json();
        assertThat(it.get("state").asString()).isEqualTo("late");
        assertThat(it.get("light").asString()).isEqualTo("red");
        assertThat(it.get("daysLeft").asInt()).isEqualTo(-40);
        assertThat(it.get("since").asString()).isEqualTo(today.minusDays(10).toString());
        assertThat(it.at("/rule/id").asString()).isEqualTo("R-BR-01");
        assertThat(it.get("text").asString()).contains("3");
        assertThat(it.at("/evidence/0/label").asString()).isEqualTo("正式党员");
        assertThat(it.at("/evidence/0/value").asString()).isEqualTo("2");
        assertThat(it.at("/evidence/0/opens").asString()).isEqualTo("members");
        assertThat(it.at("/remedy/opens").asString()).isEqualTo("change");
        assertThat(it.get("clearing").asString()).isNotBlank();
        assertThat(it.get("timing").valueStream().map(one -> one.get("light").asString()))
                .containsExactly("yellow", "red");
        assertThat(it.at("/timing/0/local").asBoolean()).as("R-WR is never law").isTrue();
        assertThat(it.at("/helper/organization/id").asString())
                .isEqualTo(county.townships().getFirst().top().toString());
    }

    @Test
    void aListIsOfOnesSubtreeByTheLastDayAndShownAsOfAnyDay() {
        var of = "/api/duties?organization=" + branch;
        lacking.away(branch, 1);
        assertThat(township.get(of).json().get("items").size()).isEqualTo(2);
        assertThat(dues(township.get(of).json())).isSorted();
        assertThat(township.get(of + "&name=branch-too-small").ids()).containsExactly(red);
        assertThat(township.get(of + "&rule=R-BR-01&state=late,open").ids()).containsExactly(red);
        assertThat(township.get(of + "&rule=R-BR-01&light=yellow").ids()).isEmpty();
        var month = today.minusDays(40).toString().substring(0, 7);
        assertThat(township.get(of + "&month=" + month).ids()).containsExactly(red);
        var then = township.get(of + "&rule=R-BR-01&day=" + today.minusDays(20));
        assertThat(then.ids()).containsExactly(red);
        assertThat(then.json().at("/items/0/light").asString()).isEqualTo("yellow");
        assertThat(township.get(of + "&rule=R-BR-01&day=" + today.minusDays(80)).ids()).isEmpty();
        var stranger = caller(Role.TOWNSHIP_OFFICER, county.townships().getLast().top());
        assertThat(stranger.get("/api/duties/" + red).status()).isEqualTo(404);
        assertThat(stranger.get(of).ids()).isEmpty();
        assertThat(stranger.get("/api/duties?name=branch-too-small").ids()).doesNotContain(red);
    }

    private static List<String> dues(JsonNode page) {
        return dues(page, "items");
    }

    private static List<String> dues(JsonNode answer, String list) {
        return answer.get(list).valueStream().map(one -> one.get("due").asString()).toList();
    }

    @Test
    void aListGoesOnBehindItsLastRow() {
        var of = "/api/duties?organization=" + branch;
        lacking.away(branch, 5);
        var all = township.get(of).ids();
        var first = township.get(of + "&limit=4");
        var next = first.json().get("next").asString();
        var second = township.get(of + "&limit=200&after=" + next);
        assertThat(first.ids()).isEqualTo(all.subList(0, 4));
        assertThat(second.ids()).isEqualTo(all.subList(4, all.size()));
    }

    @Test
    void whatCannotBeAskedIsRefusedInWords() {
        for (var bad : List.of("state=lost", "light=blue", "month=2026-13", "day=2026-02-30")) {
            assertThat(township.get("/api/duties?" + bad).status()).as(bad).isEqualTo(400);
        }
        assertThat(township.get("/api/duties?organization=x").status()).isEqualTo(400);
        assertThat(township.get("/api/duties/x").status()).isEqualTo(404);
        assertThat(township.get("/api/duties/" + UUID.randomUUID()).status()).isEqualTo(404);
        var member = caller(Role.MEMBER, branch);
        assertThat(member.get("/api/duties").status()).isEqualTo(403);
        assertThat(member.get("/api/duties/mine").status()).isEqualTo(403);
    }

    @Test
    void homeHasWhatTheOrganizationItselfHasToDoAndNoMoreThanNineOfIt() {
        lacking.away(branch, 9);
        var mine = secretary.get("/api/duties/mine").json();
        assertThat(mine.get("duties").size()).isEqualTo(9);
        assertThat(mine.get("more").asInt()).isPositive();
        assertThat(dues(mine, "duties")).isSorted();
        var others = township.get("/api/duties/mine").json().get("duties");
        assertThat(others.valueStream().map(one -> one.at("/organization/id").asString()))
                .doesNotContain(branch.toString());
    }

    @Test
    void aPersonIsNamedToThoseWhoReadMembersOfThatBranch() {
        var person = lacking.away(branch, 1).getFirst();
        var path = "/api/duties?subject=" + person;
        var id = township.get(path).ids().getFirst();
        var listed = township.get(path);
        assertThat(subject(listed.json().at("/items/0")))
                .as(listed.response().body())
                .isEqualTo("欧阳建国");
        assertThat(subject(secretary.get("/api/duties/" + id).json())).isEqualTo("欧阳建国");
        village.leave(person, today);
        assertThat(secretary.get("/api/duties/" + id).json().at("/subject/name").isNull()).isTrue();
    }

    private static String subject(JsonNode duty) {
        return duty.at("/subject/name").asString();
    }
}
