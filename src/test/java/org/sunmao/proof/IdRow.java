package org.sunmao.proof;

import org.sunmao.access.Role;
import org.sunmao.house.Caller.Answer;
import org.sunmao.house.Village;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A field that holds an id.
 *
 * @param route the operation
 * @param field where in the body
 * @param send sends a body that is right but for the id of the other estate
 */
record IdRow(String route, String field, BiFunction<Estate, Estate, Answer> send) {

    static List<IdRow> all() {
        var rows = new ArrayList<IdRow>();
        rows.addAll(registers());
        rows.addAll(lists());
        rows.addAll(codes());
        rows.addAll(Asking.rows());
        rows.addAll(Holding.rows());
        rows.addAll(Admitting.rows());
        rows.addAll(changes());
        return rows;
    }

    private static List<IdRow> codes() {
        var codes = "/api/activation-codes";
        return List.of(
                new IdRow("POST " + codes, "member", (a, b) -> code(a, codes, b)),
                new IdRow(
                        "POST " + codes + "/void", "member", (a, b) -> code(a, codes + "/void", b)),
                new IdRow(
                        "POST " + codes + "/reset",
                        "member",
                        (a, b) -> {
                            if (a == b) {
                                b.caller(Role.MEMBER); // only who has a password can forget it
                            }
                            return code(a, codes + "/reset", b);
                        }),
                new IdRow(
                        "POST " + codes + "/strips",
                        "organization",
                        (a, b) ->
                                a.officer()
                                        .post(
                                                codes + "/strips",
                                                Map.of("organization", b.branch()))));
    }

    private static Map<String, Object> decision(String act) {
        return Map.of("act", act, "accept", false, "reason", "已经核实");
    }

    private static Answer code(Estate a, String path, Estate b) {
        return a.officer().post(path, Map.of("member", b.member()));
    }

    private static List<IdRow> registers() {
        return List.of(
                new IdRow(
                        "POST /api/organizations",
                        "parent",
                        (a, b) -> a.officer().post("/api/organizations", organization(b))),
                new IdRow(
                        "POST /api/members",
                        "organization",
                        (a, b) -> a.officer().post("/api/members", person(b))),
                new IdRow(
                        "PATCH /api/members/{id}",
                        "organization",
                        (a, b) -> a.patch("members", Map.of("organization", b.sibling()))),
                new IdRow(
                        "PATCH /api/members/{id}",
                        "partyGroup",
                        (a, b) -> a.patch("members", Map.of("partyGroup", b.group()))),
                new IdRow(
                        "PATCH /api/members/{id}",
                        "host",
                        (a, b) ->
                                a.patch("members", Map.of("floating", true, "host", b.sibling()))),
                new IdRow(
                        "POST /api/bodies",
                        "organization",
                        (a, b) -> a.officer().post("/api/bodies", b.body("村办企业", null))),
                new IdRow(
                        "POST /api/bodies",
                        "parent",
                        (a, b) -> a.officer().post("/api/bodies", a.body("村办学校", b.above()))),
                new IdRow(
                        "PATCH /api/bodies/{id}",
                        "organization",
                        (a, b) -> a.patch("bodies", Map.of("organization", b.sibling()))),
                new IdRow(
                        "PATCH /api/bodies/{id}",
                        "parent",
                        (a, b) -> a.patch("bodies", Map.of("parent", b.above()))),
                new IdRow(
                        "POST /api/organizations/{id}/posts",
                        "member",
                        (a, b) ->
                                a.officer()
                                        .post(
                                                "/api/organizations/" + a.branch() + "/posts",
                                                Estate.post(b.member()))),
                new IdRow(
                        "PATCH /api/posts/{id}",
                        "member",
                        (a, b) ->
                                a.patch(
                                        "posts",
                                        Map.of("member", b.member(), "correction", true))));
    }

    private static List<IdRow> lists() {
        return List.of(
                new IdRow(
                        "POST /api/grant-requests",
                        "organization",
                        (a, b) -> a.officer().post("/api/grant-requests", a.grant(b.branch()))),
                new IdRow(
                        "POST /api/session/grant",
                        "grant",
                        (a, b) ->
                                a.officer()
                                        .post(
                                                "/api/session/grant",
                                                Map.of("grant", b.officersGrant()))),
                new IdRow(
                        "POST /api/duties/{id}/decision",
                        "act",
                        (a, b) -> {
                            var act = b.explained();
                            var path = "/api/duties/" + a.id("duties", a.officer());
                            return a.officer().post(path + "/decision", decision(act));
                        }),
                new IdRow(
                        "POST /api/members/search",
                        "organization",
                        (a, b) -> a.officer().post("/api/members/search", search(b))),
                new IdRow(
                        "POST /api/rules/{id}/figures",
                        "organization",
                        (a, b) -> a.officer().post("/api/rules/R-BR-14/figures", b.figure())),
                new IdRow(
                        "POST /api/rules/{id}/figures/preview",
                        "organization",
                        (a, b) ->
                                a.officer().post("/api/rules/R-BR-14/figures/preview", b.figure())),
                new IdRow(
                        "POST /api/exports",
                        "filter/organization",
                        (a, b) -> a.officer().post("/api/exports", Estate.export(within(b)))),
                new IdRow(
                        "POST /api/saved-filters",
                        "filter/organization",
                        (a, b) -> a.officer().post("/api/saved-filters", Estate.filter(within(b)))),
                new IdRow(
                        "PATCH /api/saved-filters/{id}",
                        "filter/organization",
                        (a, b) -> a.refilter(Estate.filter(within(b)))),
                new IdRow(
                        "POST /api/members/envelopes.pdf",
                        "filter/organization",
                        (a, b) ->
                                a.officer()
                                        .post(
                                                "/api/members/envelopes.pdf",
                                                Map.of("filter", within(b), "reason", "寄送通知"))));
    }

    /**
     * The steps of a change, one by one: what each names is another's. What is changed is refused
     * at once; where somebody goes, when it is to be decided.
     */
    private static List<IdRow> changes() {
        var rows = new ArrayList<IdRow>();
        for (var route :
                List.of("POST /api/organizations/{id}/changes", "PATCH /api/changes/{id}")) {
            steps().forEach(
                            (field, step) ->
                                    rows.add(
                                            new IdRow(
                                                    route,
                                                    "steps/" + field,
                                                    (a, b) -> a.change(route, step.apply(a, b)))));
        }
        return rows;
    }

    private static Map<String, BiFunction<Estate, Estate, Map<String, Object>>> steps() {
        return Map.ofEntries(
                step("establish/parent", (a, b) -> Steps.establish(b.top(), List.of())),
                step("establish/bodies", (a, b) -> Steps.establish(a.top(), List.of(b.body()))),
                step("rename/organization", (a, b) -> b.rename()),
                step("change-kind/organization", (a, b) -> Steps.kind(b.branch())),
                step("move/organization", (a, b) -> Steps.move(b.branch(), a.top())),
                step("move/parent", (a, b) -> Steps.move(a.branch(), b.top())),
                step(
                        "merge/organizations",
                        (a, b) -> Steps.merge(b.branch(), a.sibling(), List.of())),
                step("merge/into", (a, b) -> Steps.merge(a.branch(), b.sibling(), List.of())),
                step(
                        "merge/exceptions/member",
                        (a, b) ->
                                Steps.merge(
                                        a.branch(),
                                        a.sibling(),
                                        Steps.elsewhere(b.member(), a.other()))),
                step(
                        "merge/exceptions/target",
                        (a, b) ->
                                Steps.merge(
                                        a.branch(),
                                        a.sibling(),
                                        Steps.elsewhere(a.member(), b.other()))),
                step(
                        "split/organization",
                        (a, b) -> Steps.split(b.branch(), a.sibling(), a.member(), "stay")),
                step(
                        "split/parts/into",
                        (a, b) -> Steps.split(a.branch(), b.sibling(), a.member(), "stay")),
                step(
                        "split/parts/members",
                        (a, b) -> Steps.split(a.branch(), a.sibling(), b.member(), "stay")),
                step(
                        "split/rest",
                        (a, b) -> Steps.split(a.branch(), a.sibling(), a.member(), b.other())),
                step(
                        "revoke/organization",
                        (a, b) -> Steps.revoke(b.branch(), a.sibling(), List.of())),
                step("revoke/target", (a, b) -> Steps.revoke(a.branch(), b.sibling(), List.of())),
                step(
                        "revoke/exceptions/member",
                        (a, b) ->
                                Steps.revoke(
                                        a.branch(),
                                        a.sibling(),
                                        Steps.elsewhere(b.member(), a.other()))),
                step(
                        "revoke/exceptions/target",
                        (a, b) ->
                                Steps.revoke(
                                        a.branch(),
                                        a.sibling(),
                                        Steps.elsewhere(a.member(), b.other()))));
    }

    private static Map.Entry<String, BiFunction<Estate, Estate, Map<String, Object>>> step(
            String field, BiFunction<Estate, Estate, Map<String, Object>> step) {
        return Map.entry(field, step);
    }

    private static Map<String, Object> search(Estate other) {
        var number = Village.number(LocalDate.of(1949, 5, 6), 3);
        return Map.of("number", number, "organization", other.branch());
    }

    private static Map<String, String> within(Estate other) {
        return Map.of("organization", other.branch().toString());
    }

    private static Map<String, Object> organization(Estate other) {
        return Map.of(
                "parent", other.top(),
                "name", "中共新设" + Steps.next() + "村党支部",
                "kind", "joint",
                "field", "village",
                "establishedOn", "2024-01-01");
    }

    private static Map<String, Object> person(Estate other) {
        var someone = Village.someone(other.branch(), "王五");
        return Map.ofEntries(
                Map.entry("organization", other.branch()),
                Map.entry("name", "王五"),
                Map.entry("sex", "1"),
                Map.entry("citizenNumber", someone.citizenNumber()),
                Map.entry("nation", "01"),
                Map.entry("bornOn", someone.bornOn().toString()),
                Map.entry("education", "61"),
                Map.entry("status", "full"),
                Map.entry("joinedOn", someone.joinedOn().toString()),
                Map.entry("fullOn", String.valueOf(someone.fullOn())));
    }
}
