package org.sunmao.proof;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Votes in which somebody does not count among those due (R-DEV-29). */
final class Electing {

    private static final String FIELD = "votes/excluded/member";

    private Electing() {}

    static List<IdRow> rows() {
        return List.of(
                new IdRow(
                        "POST /api/organizations/{id}/meetings",
                        FIELD,
                        (a, b) -> a.officer().post(at(a), without(b))),
                new IdRow(
                        "PATCH /api/meetings/{id}",
                        FIELD,
                        (a, b) -> {
                            var path = "/api/meetings/" + held(a);
                            var version = a.officer().get(path).json().get("version").asInt();
                            return a.officer().patch(path, version, without(b));
                        }));
    }

    /** Makes what is changed before it is tried whether it may be. */
    static String held(Estate estate) {
        return estate.once(
                "members-meeting",
                one -> one.officer().post(at(one), meeting(Map.of())).json().get("id").asString());
    }

    private static String at(Estate estate) {
        return "/api/organizations/" + estate.branch() + "/meetings";
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    private static Map<String, Object> meeting(Map<String, ?> more) {
        var meeting = new HashMap<String, Object>();
        meeting.put("type", "members");
        meeting.put("on", today().toString());
        meeting.put("topic", "讨论接收预备党员");
        meeting.putAll(more);
        return meeting;
    }

    private static Map<String, Object> without(Estate b) {
        Admitting.electors(b);
        var vote =
                Map.of(
                        "matter",
                        "接收预备党员",
                        "rule",
                        "R-DEV-31",
                        "secret",
                        true,
                        "inFavour",
                        Admitting.due(b, today()).size() - 1,
                        "against",
                        0,
                        "written",
                        0,
                        "excluded",
                        Admitting.excluded(b));
        return meeting(Map.of("absent", Admitting.absent(b), "votes", List.of(vote)));
    }
}
