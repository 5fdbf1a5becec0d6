package org.sunmao.meeting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.Caller.Answer;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;
import org.sunmao.house.Village;
import org.sunmao.meeting.internal.MeetingProcess.Step;
import org.sunmao.rules.RuleRefused;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An appraisal is graded and told to each; what was promised is followed up. */
@HouseTest
class AppraisalTests extends MeetingHouse {

    @Autowired MeetingSteps steps;
    @Autowired MeetingStore store;

    @Test
    @Proves({"R-LF-11", "R-EVA-05", "R-EVA-02"})
    void gradesAreEnteredToldToEachAndThenFixed() {
        var id = add(Map.of("type", "appraisal"));
        var graded =
                grades(
                        id,
                        ballots(members.get(0), 3, 1, 0, 0, "excellent"),
                        ballots(members.get(1), 2, 2, 0, 0, "excellent"),
                        ballots(members.get(2), 0, 4, 0, 0, "qualified"),
                        grade(members.get(3), "qualified", null));
        assertThat(graded.status()).as("%s", graded.json()).isEqualTo(200);
        assertThat(graded.json().get("hints").toString())
                .as("two of four are more than one")
                .contains("R-LF-11", "优秀一般不超过 1 人，现在是 2 人");
        var mended = grades(id, grade(members.get(1), "qualified", null)).json();
        assertThat(mended.get("hints").toString()).doesNotContain("R-LF-11");
        assertThat(mended.get("grades").size()).isEqualTo(4);

        var path = id + "/grades/" + members.getFirst() + "/tell";
        var told = step(secretary, path.replace("/tell", ""), "tell", Map.of());
        assertThat(told.get("grades").toString()).contains("\"toldOn\":\"" + today());
        step(secretary, path.replace("/tell", ""), "tell", Map.of());
        var changed = grades(id, grade(members.getFirst(), "qualified", null));
        assertThat(refused(changed, 422)).contains("R-EVA-05", "加注更正");
        assertThat(acts(id))
                .containsExactly(
                        "meeting.tell", "meeting.grade", "meeting.grade", "meeting.record");
    }

    @Test
    @Proves({"R-EVA-03", "R-LF-12"})
    void whatCannotBeGradedIsRefusedWithTheRule() {
        var young = Village.someone(branch, "周预备", today().minusYears(30), today(), null);
        var probationary = village.enter(young);
        var other = county.townships().getLast().branches().getFirst().members().getFirst();
        var id = add(Map.of("type", "appraisal"));
        var twice = grade(members.getFirst(), "qualified", null);
        assertThat(refused(grades(id, twice, twice), 400)).contains("grades/1/member", "填了两次");
        assertThat(refused(grades(id, grade(other, "qualified", null)), 400)).contains("不是这次");
        assertThat(refused(grades(id, grade(probationary, "qualified", null)), 422))
                .contains("R-EVA-03", "不评等次");
        assertThat(grades(id, ballots(probationary, 1, 2, 0, 0, null)).status()).isEqualTo(200);
        assertThat(refused(grades(id, grade(members.getFirst(), "basic", null)), 422))
                .contains("R-LF-12", "差距");
        assertThat(refused(grades(id, ballots(members.get(1), 9, 0, 0, 0, null)), 400))
                .contains("到会的只有 5 人");
        assertThat(refused(grades(id, ballots(members.get(1), -1, 0, 0, 0, null)), 400))
                .contains("grades/0/excellent");
        assertThat(refused(grades(id), 400)).contains("grades");
        var untold = secretary.post("/api/meetings/" + id + "/grades/" + other + "/tell", Map.of());
        assertThat(untold.status()).isEqualTo(404);
        var theme = add(Map.of("type", "theme-day"));
        assertThat(refused(grades(theme, twice), 422)).contains("R-LF-11");
    }

    @Test
    @Proves("R-LF-15")
    void lockedMinutesAreAddedToAndNotChanged() {
        var id = add(Map.of("type", "appraisal"));
        assertThat(grades(id, ballots(members.getFirst(), 2, 2, 0, 0, null)).status())
                .isEqualTo(200);
        sign(id);
        var settled = ballots(members.getFirst(), 2, 2, 0, 0, "qualified");
        assertThat(grades(id, settled).status()).isEqualTo(200);
        var changed = ballots(members.getFirst(), 3, 1, 0, 0, "qualified");
        assertThat(refused(grades(id, changed), 422)).contains("R-LF-15", "加注更正");
    }

    @Test
    @Proves({"R-LF-10", "R-LF-12"})
    void aLifeMeetingIsNotPutAwayWhileAMeasureIsOpen() {
        var id = add(Map.of("type", "life-meeting"));
        var key = UUID.randomUUID();
        var order =
                Map.of(
                        "measures",
                        List.of(
                                Map.of("says", "每季度走访一次", "member", members.get(1)),
                                Map.of("says", "补上学习", "due", today().toString())));
        var path = "/api/meetings/" + id + "/measures";
        secretary.post(path, order, key);
        var sent = secretary.post(path, order, key).json();
        assertThat(sent.get("measures").size()).as("sent twice").isEqualTo(2);
        sign(id);
        step(officer, id, "check", Map.of("accept", true));
        assertThat(archived(id)).contains("R-LF-10");

        var before = Map.of("on", today().minusDays(1).toString(), "says", "走访了");
        for (var measure : sent.get("measures")) {
            var at = id + "/measures/" + measure.get("id").asString();
            assertThat(refused(secretary.post("/api/meetings/" + at + "/done", before), 400))
                    .contains("办结的日期");
            step(secretary, at, "done", Map.of("on", today().toString(), "says", "走访了"));
            var again =
                    secretary.post(
                            "/api/meetings/" + at + "/done",
                            Map.of("on", today().toString(), "says", "又走访了"));
            assertThat(again.status()).isEqualTo(422);
        }
        assertThat(archived(id)).isEqualTo("archived");
        assertThat(refused(secretary.post(path, order), 422)).contains("已经归档");
        var theme = add(Map.of("type", "theme-day"));
        assertThat(secretary.post("/api/meetings/" + theme + "/measures", order).status())
                .isEqualTo(422);
    }

    @Test
    void nobodyElseGradesOrPromises() {
        var id = add(Map.of("type", "appraisal"));
        var other = county.townships().getLast().branches().getFirst().id();
        var stranger = caller(Role.SECRETARY, other);
        var order = Map.of("grades", List.of(grade(members.getFirst(), "qualified", null)));
        for (var call : List.of("/grades", "/measures")) {
            var path = "/api/meetings/" + id + call;
            var sent = call.equals("/grades") ? order : measure();
            assertThat(stranger.post(path, sent).status()).isEqualTo(404);
            assertThat(caller(Role.SUPERVISOR, township).post(path, sent).status()).isEqualTo(403);
        }
    }

    private static Map<String, ?> measure() {
        return Map.of("measures", List.of(Map.of("says", "整改")));
    }

    private String archived(String id) {
        return scopes.system(
                "test",
                scope -> {
                    try {
                        steps.take(
                                scope,
                                List.of(UUID.fromString(id)),
                                "archive",
                                scope.day(),
                                null,
                                _ -> new Step.Archive());
                        return store.get(scope, UUID.fromString(id)).orElseThrow().state().code();
                    } catch (RuleRefused refused) {
                        return refused.rule().id().value();
                    }
                });
    }

    private Answer grades(String id, Map<?, ?>... grades) {
        return grades(secretary, id, grades);
    }

    private static Answer grades(Caller who, String id, Map<?, ?>... grades) {
        return who.post("/api/meetings/" + id + "/grades", Map.of("grades", List.of(grades)));
    }

    private static Map<String, Object> grade(
            UUID member, @Nullable String grade, @Nullable String gap) {
        var sent = new HashMap<String, Object>();
        sent.put("member", member);
        sent.put("grade", grade);
        sent.put("gap", gap);
        return sent;
    }

    private static Map<String, Object> ballots(
            UUID member, int excellent, int qualified, int basic, int un, @Nullable String grade) {
        var sent = grade(member, grade, null);
        sent.put("excellent", excellent);
        sent.put("qualified", qualified);
        sent.put("basic", basic);
        sent.put("unqualified", un);
        return sent;
    }
}
