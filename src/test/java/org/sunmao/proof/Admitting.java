package org.sunmao.proof;

import org.sunmao.house.Caller;
import org.sunmao.house.Caller.Answer;
import org.sunmao.house.Village;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Admissions of an estate: somebody asks its branch, and a probationer of it is decided on. */
final class Admitting {

    private static final String AT = "/api/admissions";
    private static final String TALENTS = "/api/talents";
    private static final List<String> VOTED =
            List.of("meeting", "chair", "recorder", "absent/member", "excluded/member");

    private Admitting() {}

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    private static Map<String, Object> wish(UUID organization) {
        var wish = new HashMap<String, Object>();
        wish.put("organization", organization);
        wish.put("name", "周小满");
        wish.put("sex", "1");
        wish.put("bornOn", "1998-05-04");
        wish.put("appliedOn", today().minusYears(3).toString());
        return wish;
    }

    private static String id(Answer made) {
        if (!made.json().has("id")) {
            throw new IllegalStateException(made.json().toString());
        }
        return made.json().get("id").asString();
    }

    /** Makes what is asked for before it is tried whether it may be. */
    static void furnish(Estate estate) {
        electors(estate);
        var _ = Electing.held(estate);
        applied(estate);
        voted(estate);
        onProbation(estate);
        VOTED.forEach(field -> waiting(estate, field));
    }

    /** Somebody of the young talent pool, who has not applied. */
    static String talent(Estate estate) {
        return id(estate.officer().post(TALENTS, young(estate.branch(), "郑白露")));
    }

    private static Map<String, Object> young(UUID branch, String name) {
        var young = wish(branch);
        young.remove("appliedOn");
        young.put("name", name);
        young.put("agreedOn", today().minusMonths(1).toString());
        return young;
    }

    private static Map<String, Object> fromPool(Estate asking, Estate listing) {
        var wish = wish(asking.branch());
        wish.put("name", "郑白露");
        wish.put("talent", listing.id("talents", listing.officer()));
        return wish;
    }

    /** Two more, so that one of those due may be missing. */
    static void electors(Estate estate) {
        estate.once(
                "electors",
                one -> {
                    one.enter(Village.someone(one.branch(), "冯大暑"));
                    return one.enter(Village.someone(one.branch(), "陈小寒")).toString();
                });
    }

    /** Somebody who has asked. */
    private static String applied(Estate estate) {
        return estate.once("applied", one -> id(one.officer().post(AT, wish(one.branch()))));
    }

    /** A case with one paper, whose approval came late, and somebody explained it. */
    static String explained(Estate estate) {
        var made = decided(estate);
        var at = AT + "/" + made;
        var pdf = "%PDF-1.4".getBytes(StandardCharsets.US_ASCII);
        var _ = estate.officer().upload(at + "/papers/D01", "申请书.pdf", pdf, Map.of());
        var version = version(estate.officer(), at);
        var late =
                Map.of(
                        "on",
                        today().toString(),
                        "reason",
                        "党委换届，没有按期开会",
                        "fields",
                        Map.of("granted", true));
        var got = estate.officer().post(at + "/steps/conversion-approve", version, late);
        if (got.status() != 200) {
            throw new IllegalStateException(got.json().toString());
        }
        return made;
    }

    /** What was explained of it. */
    static String explanation(Estate estate) {
        var at = AT + "/" + estate.id("admissions", estate.officer());
        return estate.officer().get(at).json().get("asked").get("id").asString();
    }

    /** A probationer whom the meeting refused half a year ago. */
    private static String decided(Estate estate) {
        var made = probationer(estate);
        var sent = decision(estate, today().minusMonths(6), Map.of());
        var at = AT + "/" + made;
        var got =
                estate.officer()
                        .post(at + "/steps/conversion-vote", version(estate.officer(), at), sent);
        if (got.status() != 200) {
            throw new IllegalStateException(got.json().toString());
        }
        return made;
    }

    private static int version(Caller officer, String at) {
        return officer.get(at).json().get("version").asInt();
    }

    private static UUID joined(Estate estate) {
        var born = LocalDate.of(1995, 1, 1);
        var joined = today().minusYears(1);
        return estate.enter(Village.someone(estate.branch(), "吴小雪", born, joined, null));
    }

    private static String probationer(Estate estate) {
        return id(estate.officer().post(AT, entered(estate.branch(), joined(estate))));
    }

    private static Map<String, Object> entered(UUID branch, UUID member) {
        return Map.of("organization", branch, "kind", "entered", "member", member);
    }

    /** Cancelling a probationer; of those due one may be missing. */
    private static Map<String, Object> decision(Estate estate, LocalDate on, Map<String, ?> more) {
        electors(estate);
        var due = due(estate, on).size();
        var missing = more.containsKey("absent") ? 1 : 0;
        var vote = new HashMap<String, Object>();
        vote.put("inFavour", due - missing);
        vote.put("against", 0);
        vote.put("written", 0);
        vote.putAll(more);
        return Map.of(
                "on",
                on.toString(),
                "reason",
                "补录",
                "fields",
                Map.of("outcome", "cancel", "heard", true),
                "vote",
                vote);
    }

    static List<String> due(Estate estate, LocalDate on) {
        var voters = "/api/organizations/" + estate.branch() + "/voters?on=" + on;
        var due = new ArrayList<String>();
        for (var one : estate.officer().get(voters).json().get("due")) {
            if (one.get("full").asBoolean()) {
                due.add(one.get("member").asString());
            }
        }
        return due;
    }

    static List<IdRow> rows() {
        var rows = new ArrayList<IdRow>();
        rows.add(
                new IdRow(
                        "POST " + AT,
                        "organization",
                        (a, b) -> a.officer().post(AT, wish(b.branch()))));
        rows.add(
                new IdRow(
                        "POST " + AT,
                        "member",
                        (a, b) -> a.officer().post(AT, entered(a.branch(), onProbation(b)))));
        rows.add(new IdRow("POST " + AT, "talent", (a, b) -> a.officer().post(AT, fromPool(a, b))));
        rows.add(
                new IdRow(
                        "POST " + TALENTS,
                        "organization",
                        (a, b) -> a.officer().post(TALENTS, young(b.branch(), "王寒露"))));
        rows.add(
                new IdRow(
                        "POST " + AT + "/{id}/handover",
                        "target",
                        (a, b) ->
                                a.officer().post(AT + "/" + applied(a) + "/handover", sending(b))));
        rows.add(vote("meeting", b -> Map.of("meeting", voted(b))));
        rows.add(vote("chair", b -> Map.of("chair", b.member())));
        rows.add(vote("recorder", b -> Map.of("recorder", b.member())));
        rows.add(vote("absent/member", b -> Map.of("absent", absent(b))));
        rows.add(
                vote("excluded/member", b -> Map.of("absent", absent(b), "excluded", excluded(b))));
        return rows;
    }

    private static IdRow vote(String field, Function<Estate, Map<String, ?>> more) {
        return new IdRow(
                "POST " + AT + "/{id}/steps/{code}",
                "vote/" + field,
                (a, b) -> {
                    var ids = more.apply(b);
                    var at = AT + "/" + waiting(a, field);
                    var version = version(a.officer(), at);
                    return a.officer()
                            .post(
                                    at + "/steps/conversion-vote",
                                    version,
                                    decision(a, today(), ids));
                });
    }

    /** A probationer nobody has decided on, one for each field that is tried. */
    private static String waiting(Estate estate, String field) {
        return estate.once("waiting " + field, Admitting::probationer);
    }

    /** A probationer on the register, whose case is not begun. */
    private static UUID onProbation(Estate estate) {
        return UUID.fromString(estate.once("joined", one -> joined(one).toString()));
    }

    private static Map<String, Object> sending(Estate to) {
        return Map.of("target", to.sibling(), "on", today().toString());
    }

    static List<Map<String, Object>> absent(Estate of) {
        return List.of(Map.of("member", due(of, today()).getFirst(), "reason", "ill"));
    }

    static List<Map<String, Object>> excluded(Estate of) {
        return List.of(
                Map.of(
                        "member",
                        due(of, today()).getFirst(),
                        "reason",
                        "illness",
                        "consent",
                        "乡党委三月一日同意"));
    }

    /** A meeting that voted on another one today. */
    private static String voted(Estate estate) {
        return estate.once(
                "voted",
                one -> {
                    var at = AT + "/" + probationer(one);
                    var version = version(one.officer(), at);
                    var path = at + "/steps/conversion-vote";
                    var got = one.officer().post(path, version, decision(one, today(), Map.of()));
                    var taken = got.json().get("taken");
                    return taken.get(taken.size() - 1).get("meeting").asString();
                });
    }
}
