package org.sunmao.proof;

import org.sunmao.house.Caller.Answer;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Organization life of an estate: its branch holds a lecture, and announces another. */
final class Holding {

    private static final String MEETINGS = "/api/meetings";

    private Holding() {}

    /** A lecture that was held. */
    private static String hold(Estate estate) {
        return record(estate, "held");
    }

    /** The id of a new one of a collection. */
    static String make(Estate estate, String collection) {
        return switch (collection) {
            case "meetings" -> hold(estate);
            case "appraisals" -> graded(estate);
            case "life-meetings" -> of(estate, "life-meeting");
            case "measures" -> measure(estate);
            default -> throw new IllegalArgumentException("no fixture for " + collection);
        };
    }

    /** Makes what is changed before it is tried whether it may be. */
    static void furnish(Estate estate) {
        noticed(estate);
        another(estate);
        offered(estate);
        of(estate, "appraisal");
        of(estate, "life-meeting");
    }

    /** One that is announced, whose roll is still to be called. */
    private static String noticed(Estate estate) {
        return estate.once("noticed", one -> record(one, "noticed"));
    }

    private static String another(Estate estate) {
        return estate.once("another", Holding::hold);
    }

    /** One of the county, which those below may follow. */
    private static String offered(Estate estate) {
        return estate.once(
                "offered",
                one -> {
                    var at = "/api/organizations/" + one.top() + "/meetings";
                    var id = record(one, at, Map.of());
                    var path = MEETINGS + "/" + id + "/offer";
                    one.officer().post(path, Map.of("offered", true));
                    return id;
                });
    }

    private static String record(Estate estate, String state) {
        return record(estate, Map.of("state", state));
    }

    /** One in which members are graded, or something is promised. */
    private static String of(Estate estate, String type) {
        return estate.once(type, one -> record(one, Map.of("type", type)));
    }

    /**
     * Which collection a path means: members are graded in appraisals, measures are of life
     * meetings.
     */
    static String collection(Route route, String collection) {
        if (!collection.equals("meetings")) {
            return collection;
        }
        var path = route.toString();
        return path.contains("/grades/")
                ? "appraisals"
                : path.contains("/measures/") ? "life-meetings" : collection;
    }

    /** An appraisal in which the member of the estate has a grade. */
    private static String graded(Estate estate) {
        var id = of(estate, "appraisal");
        var grade = Map.of("member", estate.member(), "grade", "qualified");
        var order = Map.of("grades", List.of(grade));
        var _ = estate.officer().post(MEETINGS + "/" + id + "/grades", order);
        return id;
    }

    /** What was promised in a life meeting. */
    private static String measure(Estate estate) {
        var path = MEETINGS + "/" + of(estate, "life-meeting") + "/measures";
        var order = Map.of("measures", List.of(Map.of("says", "整改")));
        var view = estate.officer().post(path, order).json();
        return view.get("measures").get(0).get("id").asString();
    }

    private static String record(Estate estate, Map<String, ?> more) {
        return record(estate, at(estate), more);
    }

    private static String record(Estate estate, String at, Map<String, ?> more) {
        var made = estate.officer().post(at, wish(more)).json();
        if (!made.has("id")) {
            throw new IllegalStateException(made.toString());
        }
        return made.get("id").asString();
    }

    private static String at(Estate estate) {
        return "/api/organizations/" + estate.branch() + "/meetings";
    }

    private static Map<String, Object> wish(Map<String, ?> more) {
        var wish = new HashMap<String, Object>();
        wish.put("type", "lecture");
        wish.put("on", LocalDate.now(ZoneId.of("Asia/Shanghai")).toString());
        wish.put("topic", "第四季度党课");
        wish.putAll(more);
        return wish;
    }

    /** Each field that names somebody or something, filled with what the other estate has. */
    private static Map<String, Map<String, Object>> filled(Estate b) {
        return Map.of(
                "chair/member", Map.of("chair", Map.of("member", b.member())),
                "recorder/member", Map.of("recorder", Map.of("member", b.member())),
                "absent/member", Map.of("absent", List.of(Map.of("member", b.member()))),
                "distant", Map.of("distant", List.of(b.member())),
                "guests", Map.of("guests", List.of(b.coded())),
                "hosted", Map.of("hosted", List.of(b.coded())),
                "lecture", Map.of("lecture", offered(b)));
    }

    static List<IdRow> rows() {
        var rows = new ArrayList<IdRow>();
        for (var field :
                List.of(
                        "chair/member",
                        "recorder/member",
                        "absent/member",
                        "distant",
                        "guests",
                        "hosted",
                        "lecture")) {
            rows.add(
                    new IdRow(
                            "POST /api/organizations/{id}/meetings",
                            field,
                            (a, b) -> a.officer().post(at(a), wish(value(b, field)))));
            rows.add(
                    new IdRow(
                            "PATCH /api/meetings/{id}",
                            field,
                            (a, b) -> change(a, wish(value(b, field)))));
        }
        for (var field : List.of("absent/member", "distant", "guests", "hosted")) {
            rows.add(
                    new IdRow(
                            "POST /api/meetings/{id}/roll",
                            field,
                            (a, b) ->
                                    a.officer()
                                            .post(
                                                    MEETINGS + "/" + noticed(a) + "/roll",
                                                    value(b, field))));
        }
        rows.addAll(Electing.rows());
        rows.addAll(promises());
        return rows;
    }

    private static List<IdRow> promises() {
        return List.of(
                new IdRow(
                        "POST /api/meetings/{id}/grades",
                        "grades/member",
                        (a, b) ->
                                promised(
                                        a, "appraisal", "grades", Map.of("grade", "qualified"), b)),
                new IdRow(
                        "POST /api/meetings/{id}/measures",
                        "measures/member",
                        (a, b) ->
                                promised(a, "life-meeting", "measures", Map.of("says", "整改"), b)));
    }

    private static Answer promised(
            Estate a, String type, String name, Map<String, ?> what, Estate b) {
        var one = new HashMap<String, Object>(what);
        one.put("member", b.member());
        var path = MEETINGS + "/" + of(a, type) + "/" + name;
        return a.officer().post(path, Map.of(name, List.of(one)));
    }

    private static Map<String, Object> value(Estate b, String field) {
        return filled(b).getOrDefault(field, Map.of());
    }

    private static Answer change(Estate a, Map<String, Object> wish) {
        var path = MEETINGS + "/" + another(a);
        var version = a.officer().get(path).json().get("version").asInt();
        return a.officer().patch(path, version, wish);
    }
}
