package org.sunmao.meeting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;
import org.sunmao.house.Village;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One entry is the record of the branch and that of each member; a lecture is followed by many. */
@HouseTest
class LifeRecordTests extends MeetingHouse {

    @Test
    @Proves("R-LF-17")
    void oneEntryIsReadFromBothSides() {
        var absent = List.of(Map.of("member", members.get(3), "reason", "leave"));
        var id = add(Map.of("type", "theme-day", "absent", absent, "minutes", 90));
        var came = own(members.get(2));
        var mine = came.get("/api/mine/life").json();
        assertThat(mine.get("lines").get(0).get("meeting").asString()).isEqualTo(id);
        assertThat(mine.get("counts").get("present").asInt()).isEqualTo(1);
        assertThat(mine.get("counts").get("hours").asDouble()).isEqualTo(2);
        assertThat(mine.get("years").get(0).asInt()).isEqualTo(today().getYear());

        var stayed = of(secretary, members.get(3));
        assertThat(stayed.get("counts").get("excused").asInt()).isEqualTo(1);
        assertThat(stayed.get("lines").get(0).get("reasonName").asString()).isEqualTo("事假");
        var above = of(officer, members.get(2));
        assertThat(above.get("counts").get("hours").isNull()).as("not for superiors").isTrue();
        assertThat(above.get("lines").get(0).get("minutes").isNull()).isTrue();
        assertThat(came.get("/api/members/" + members.get(3) + "/life").status()).isEqualTo(403);
        var elsewhere = county.townships().getLast().branches().getFirst().id();
        var stranger = caller(Role.SECRETARY, elsewhere);
        assertThat(stranger.get("/api/members/" + members.get(2) + "/life").status())
                .isEqualTo(404);
    }

    @Test
    @Proves({"R-LF-17", "R-EVA-05"})
    void whoWasAGuestElsewhereFindsItAndAGradeOnceItWasTold() {
        var beside = county.townships().getFirst().branches().getLast();
        var guest = beside.members().getFirst();
        var visited =
                officer.post(
                        "/api/organizations/" + branch + "/meetings",
                        wish(Map.of("type", "volunteering", "guests", List.of(guest))));
        assertThat(visited.status()).as("%s", visited.json()).isEqualTo(201);
        var line = own(guest).get("/api/mine/life").json().get("lines").get(0);
        assertThat(line.get("mark").asString()).isEqualTo("guest");
        assertThat(line.get("organization").get("id").asString()).isEqualTo(branch.toString());

        var id = add(Map.of("type", "appraisal"));
        var grade = Map.of("member", members.getFirst(), "grade", "qualified");
        step(secretary, id, "grades", Map.of("grades", List.of(grade)));
        var own = own(members.getFirst());
        assertThat(own.get("/api/mine/life").json().get("grades").isEmpty()).isTrue();
        assertThat(of(secretary, members.getFirst()).get("grades").size()).isEqualTo(1);
        step(secretary, id + "/grades/" + members.getFirst(), "tell", Map.of());
        assertThat(own.get("/api/mine/life").json().get("grades").toString()).contains("合格");
    }

    @Test
    @Proves("R-LF-07")
    void aLectureOfTheTownshipIsFollowedByManyEachWithItsOwnRoll() {
        var lecture = lecture(Map.of());
        assertThat(secretary.get("/api/lectures").json().isEmpty()).as("not offered yet").isTrue();
        var follow = Map.of("type", "lecture", "lecture", lecture, "topic", "听党课");
        assertThat(refused(follow)).contains("没有这次党课");
        var offered = step(officer, lecture, "offer", Map.of("offered", true));
        assertThat(offered.get("offer").get("offered").asBoolean()).isTrue();
        var found = secretary.get("/api/lectures").json().get(0);
        assertThat(found.get("id").asString()).isEqualTo(lecture);
        assertThat(found.get("followed").isNull()).isTrue();

        var followed = secretary.get("/api/meetings/" + add(follow)).json().get("lecture");
        assertThat(followed.get("topic").asString()).isEqualTo("乡村振兴");
        assertThat(secretary.get("/api/lectures").json().get(0).get("followed").isNull()).isFalse();
        var late =
                Map.of(
                        "type",
                        "lecture",
                        "lecture",
                        lecture,
                        "on",
                        today().minusDays(1).toString());
        assertThat(refused(late)).contains("当天");
        step(officer, lecture, "offer", Map.of("offered", true, "until", today().toString()));

        var sums = officer.get("/api/meetings/" + lecture + "/followers").json();
        assertThat(sums.get("sum").get("organizations").asInt()).isEqualTo(1);
        assertThat(sums.get("sum").get("present").asInt()).isEqualTo(4);
        assertThat(sums.toString()).doesNotContain(members.getFirst().toString());
        assertThat(secretary.get("/api/meetings/" + lecture + "/followers").status())
                .isEqualTo(404);
        var theme = add(Map.of("type", "theme-day"));
        var offer = secretary.post("/api/meetings/" + theme + "/offer", Map.of("offered", true));
        assertThat(refused(offer, 422)).contains("R-LF-07");
    }

    @Test
    void aRecordingIsProposedAndFollowedUntilItsLastDay() {
        var yesterday = today().minusDays(1).toString();
        var lecture = lecture(Map.of("on", yesterday));
        step(officer, lecture, "offer", Map.of("offered", true, "until", today().toString()));
        var path = "/api/organizations/" + branch + "/meetings/proposal?type=lecture";
        var proposed = secretary.get(path).json().get("lectures").get(0);
        assertThat(proposed.get("id").asString()).isEqualTo(lecture);
        add(Map.of("type", "lecture", "lecture", lecture, "hosted", List.of()));
        assertThat(secretary.get(path).json().get("lectures").isEmpty()).as("followed").isTrue();
        var before = Map.of("offered", true, "until", today().minusDays(2).toString());
        var bad = officer.post("/api/meetings/" + lecture + "/offer", before);
        assertThat(refused(bad, 400)).contains("until");
        step(officer, lecture, "offer", Map.of("offered", false));
        assertThat(refused(Map.of("type", "lecture", "lecture", lecture))).contains("没有这次党课");
    }

    private String lecture(Map<String, ?> more) {
        var wish = wish(Map.of("type", "lecture", "topic", "乡村振兴"));
        wish.put("chair", Map.of("name", "赵书记"));
        wish.remove("recorder");
        wish.putAll(more);
        var made = officer.post("/api/organizations/" + township + "/meetings", wish);
        assertThat(made.status()).as("%s", made.json()).isEqualTo(201);
        return made.json().get("id").asString();
    }

    private Caller own(UUID member) {
        var holder =
                county.townships().stream()
                        .flatMap(one -> one.branches().stream())
                        .filter(one -> one.members().contains(member))
                        .map(Village.Branch::id)
                        .findFirst()
                        .orElse(branch);
        return new Caller(port)
                .signIn(village.account(Role.MEMBER, holder, member), Village.PASSWORD);
    }

    private static JsonNode of(Caller who, UUID member) {
        var read = who.get("/api/members/" + member + "/life");
        assertThat(read.status()).as("%s", read.json()).isEqualTo(200);
        return read.json();
    }
}
