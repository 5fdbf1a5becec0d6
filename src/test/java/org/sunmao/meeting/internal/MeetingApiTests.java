package org.sunmao.meeting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sunmao.access.Role;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** A branch meets, writes it down, signs it, and is looked at by those above. */
@HouseTest
class MeetingApiTests extends MeetingHouse {

    @Test
    @Proves("R-LF-15")
    void whatWasHeldIsRecordedAtOnceAndSignedLockedAndChecked() {
        var absent = List.of(Map.of("member", members.get(3), "reason", "leave"));
        var id = add(Map.of("absent", absent, "begins", "09:30", "minutes", 90, "place", "会议室"));
        var draft = secretary.get("/api/meetings/" + id).json();
        assertThat(draft.get("state").asString()).isEqualTo("draft");
        assertThat(draft.get("begins").asString()).isEqualTo("09:30");
        var counted = draft.get("roll").get("counted");
        assertThat(counted.get("due").asInt()).isEqualTo(4);
        assertThat(counted.get("present").asInt()).isEqualTo(3);
        assertThat(counted.get("excused").asInt()).isEqualTo(1);
        assertThat(draft.get("may").get("signChair").get("says").asString()).contains("先由记录人签字");

        var signed = sign(id);
        assertThat(signed.get("state").asString()).isEqualTo("signed");
        assertThat(signed.get("signatures").get("chair").get("name").asString())
                .contains("（演示用户代签）");
        assertThat(signed.get("lockedOn").asString()).isEqualTo(today().toString());
        var version = signed.get("version").asInt();
        var locked = secretary.patch("/api/meetings/" + id, version, wish(Map.of()));
        assertThat(refused(locked, 422)).contains("R-LF-15", "加注更正");
        var annotated = step(secretary, id, "annotate", Map.of("says", "地点应为村部二楼"));
        assertThat(annotated.get("annotations").get(0).get("says").asString()).contains("二楼");

        var accepted = step(officer, id, "check", Map.of("accept", true));
        assertThat(accepted.get("state").asString()).isEqualTo("accepted");
        assertThat(accepted.get("check").get("accepted").asBoolean()).isTrue();
        assertThat(acts(id))
                .containsExactly(
                        "meeting.check",
                        "meeting.annotate",
                        "meeting.sign",
                        "meeting.sign",
                        "meeting.record");
    }

    @Test
    @Proves("R-LF-15")
    void whatTheTownshipReturnsIsMendedSignedAndCheckedAgain() {
        var id = add(Map.of());
        sign(id);
        var without = officer.post("/api/meetings/" + id + "/check", Map.of("accept", false));
        assertThat(refused(without, 400)).contains("退回请写明要改什么");
        var returned = step(officer, id, "check", Map.of("accept", false, "reason", "没有写发言要点"));
        assertThat(returned.get("state").asString()).isEqualTo("returned");
        assertThat(returned.get("check").get("reason").asString()).isEqualTo("没有写发言要点");
        assertThat(returned.get("lockedOn").asString()).isEqualTo(today().plusDays(5).toString());

        var version = returned.get("version").asInt();
        var mended =
                secretary.patch(
                        "/api/meetings/" + id, version, wish(Map.of("record", "李四：同意。王五：同意。")));
        assertThat(mended.status()).as("%s", mended.json()).isEqualTo(200);
        assertThat(mended.json().get("state").asString()).isEqualTo("draft");
        assertThat(mended.json().get("signatures").get("recorder").isNull()).isTrue();
        sign(id);
        assertThat(step(officer, id, "check", Map.of("accept", true)).get("state").asString())
                .isEqualTo("accepted");
    }

    @Test
    @Proves("R-LF-15")
    void minutesNobodySignedAreLockedAfterThreeDaysAndSignedStill() {
        var id = add(Map.of());
        clock.ahead(Duration.ofDays(3));
        secretary = caller(Role.SECRETARY, branch);
        var seen = secretary.get("/api/meetings/" + id).json();
        assertThat(seen.get("may").get("edit").get("says").asString()).contains("请加注更正");
        assertThat(seen.get("may").get("annotate").get("open").asBoolean()).isTrue();
        assertThat(sign(id).get("state").asString()).isEqualTo("signed");
    }

    @Test
    @Proves({"R-LF-01", "R-LF-02"})
    void whatIsAnnouncedIsOpenedByTheRollAndClosedIntoADraft() {
        var id = add(Map.of("state", "noticed", "on", today().plusDays(3).toString()));
        var early = secretary.post("/api/meetings/" + id + "/roll", Map.of("absent", List.of()));
        assertThat(refused(early, 422)).contains("R-LF-01", "还没到开会的日子");
        clock.ahead(Duration.ofDays(3));
        secretary = caller(Role.SECRETARY, branch);
        var three = members.subList(0, 3).stream().map(one -> Map.of("member", one)).toList();
        var few = step(secretary, id, "roll", Map.of("absent", three));
        assertThat(few.get("state").asString()).isEqualTo("short");
        var more = step(secretary, id, "roll", Map.of("absent", three.subList(0, 2)));
        assertThat(more.get("state").asString()).as("half of them").isEqualTo("in-session");
        var closed = step(secretary, id, "close", Map.of());
        assertThat(closed.get("state").asString()).isEqualTo("draft");
        assertThat(closed.get("recordedOn").asString()).isEqualTo(today().toString());
    }

    @Test
    void whatWasRecordedInErrorIsCancelledWithAReasonAndCountsNoMore() {
        var id = add(Map.of());
        var without = secretary.post("/api/meetings/" + id + "/cancel", Map.of());
        assertThat(refused(without, 400)).contains("请写明为什么撤销");
        var gone = step(secretary, id, "cancel", Map.of("reason", "记了两次"));
        assertThat(gone.get("state").asString()).isEqualTo("cancelled");
        var again = secretary.post("/api/meetings/" + id + "/cancel", Map.of("reason", "再来"));
        assertThat(refused(again, 422)).contains("已经撤销");
    }

    @Test
    void aDraftSentThreeTimesIsRecordedOnceAndShownEachTime() {
        var key = UUID.randomUUID();
        var path = "/api/organizations/" + branch + "/meetings";
        var sent = wish(Map.of("topic", "主题😀\uD840\uDC0B学习"));
        var first = secretary.post(path, sent, key).json();
        for (var again = 0; again < 2; again++) {
            assertThat(secretary.post(path, sent, key).json().get("id")).isEqualTo(first.get("id"));
        }
        var listed = secretary.get("/api/meetings").json().get("items");
        assertThat(listed.size()).isEqualTo(1);
        assertThat(listed.get(0).get("topic").asString()).isEqualTo("主题😀\uD840\uDC0B学习");
    }

    @Test
    void ofTwoWhoEditAtOnceOneIsToldBothSides() {
        var id = add(Map.of());
        var path = "/api/meetings/" + id;
        var one =
                CompletableFuture.supplyAsync(
                        () -> officer.patch(path, 1, wish(Map.of("topic", "甲的题目"))));
        var other = secretary.patch(path, 1, wish(Map.of("topic", "乙的题目")));
        var statuses = List.of(one.join().status(), other.status());
        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        var stale = other.status() == 409 ? other.json() : one.join().json();
        assertThat(stale.toString()).contains("甲的题目", "乙的题目", "theirs");
        assertThat(secretary.get(path).json().get("version").asInt()).isEqualTo(2);
    }

    @Test
    void listsReachOverTheSubtreeAndNoFurther() {
        var first = add(Map.of("on", today().minusDays(1).toString()));
        var second = add(Map.of("type", "theme-day", "topic", "主题党日"));
        assertThat(officer.get("/api/meetings").json().get("items").toString())
                .contains(first, second);
        var path = "/api/meetings?organization={}&type=theme-day&from={}&state=draft,signed";
        assertThat(officer.get(path, branch, today()).ids())
                .containsExactly(UUID.fromString(second));
        var page = secretary.get("/api/meetings?limit=1").json();
        assertThat(page.get("items").get(0).get("id").asString()).isEqualTo(second);
        var next = secretary.get("/api/meetings?limit=1&after={}", page.get("next").asString());
        assertThat(next.ids()).containsExactly(UUID.fromString(first));
        var foreign = caller(Role.SECRETARY, county.townships().getLast().branches().get(0).id());
        assertThat(foreign.get("/api/meetings").ids()).isEmpty();
        assertThat(foreign.get("/api/meetings/" + first).status()).isEqualTo(404);
        assertThat(foreign.get("/api/meetings?organization={}", branch).status()).isEqualTo(404);
        assertThat(secretary.get("/api/meetings?type=party").status()).isEqualTo(400);
        assertThat(secretary.get("/api/meetings?state=draft,open").status()).isEqualTo(400);
    }

    @Test
    void aCommitteeOfHundredsListsTheNewestOfAll() {
        var id = add(Map.of());
        var township = county.townships().getFirst().top();
        IntStream.range(0, 201)
                .forEach(n -> village.organization(township, "第" + n + "党支部", "branch"));
        var path = "/api/meetings?limit=1&organization={}";
        var above = caller(Role.COUNTY_OFFICER, county.top());
        assertThat(above.get(path, township).ids()).containsExactly(UUID.fromString(id));
        assertThat(above.get(path, county.townships().getLast().top()).ids()).isEmpty();
    }

    @Test
    void nobodyAboveIsNeededToSignAndNobodyChecksTheirOwn() {
        var own =
                Map.<String, Object>of(
                        "type",
                        "lecture",
                        "on",
                        today().toString(),
                        "topic",
                        "书记讲党课",
                        "chair",
                        Map.of("name", "乡党委书记"),
                        "recorder",
                        Map.of("name", "组织委员"));
        var made = officer.post("/api/organizations/" + township + "/meetings", own);
        assertThat(made.status()).as("%s", made.json()).isEqualTo(201);
        var id = made.json().get("id").asString();
        step(officer, id, "sign", Map.of("as", "recorder"));
        step(officer, id, "sign", Map.of("as", "chair"));
        var check = officer.post("/api/meetings/" + id + "/check", Map.of("accept", true));
        assertThat(refused(check, 422)).contains("由上级党组织检查");
        assertThat(secretary.post("/api/meetings/" + id + "/check", Map.of()).status())
                .isEqualTo(403);
    }
}
