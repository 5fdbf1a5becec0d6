package org.sunmao.proof;

import org.sunmao.house.Caller;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Requests of an estate: its county asks all organizations below. */
final class Asking {

    private static final String REQUESTS = "/api/requests";

    private Asking() {}

    /** One that is approved, so that all roles see it. */
    static String issue(Estate estate) {
        var approver = estate.second();
        var wish = wish(estate.top(), estate.top(), account(approver));
        var id = estate.officer().post(REQUESTS, wish).json().get("id").asString();
        estate.officer().post(REQUESTS + "/" + id + "/submit", Map.of());
        approver.post(REQUESTS + "/" + id + "/approve", Map.of());
        return id;
    }

    private static String account(Caller caller) {
        return caller.get("/api/session").json().get("account").get("id").asString();
    }

    private static Map<String, Object> wish(UUID organization, UUID top, String approver) {
        var wish = new HashMap<String, Object>();
        wish.put("organization", organization);
        wish.put("title", "防汛物资摸底");
        wish.put("document", "县防指〔2026〕3号");
        wish.put("article", "第二条");
        wish.put("purpose", "安排防汛物资的调配");
        wish.put("items", List.of(Map.of("label", "防汛物资数量", "kind", "number")));
        wish.put("frequency", "once");
        wish.put("days", 10);
        wish.put("until", LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(30).toString());
        wish.put("minutes", 10);
        wish.put("target", Map.of("top", top));
        wish.put("approver", approver);
        return wish;
    }

    static List<IdRow> rows() {
        var preview = REQUESTS + "/preview";
        return List.of(
                organization(REQUESTS),
                target(REQUESTS),
                approver(REQUESTS),
                organization(preview),
                target(preview),
                approver(preview),
                new IdRow(
                        "POST " + REQUESTS + "/{id}/answers",
                        "organization",
                        (a, b) -> {
                            var at = REQUESTS + "/" + a.id("requests", a.officer());
                            var periods = a.officer().get(at).json().get("periods");
                            return a.officer()
                                    .post(
                                            at + "/answers",
                                            Map.of(
                                                    "organization",
                                                    b.branch(),
                                                    "period",
                                                    periods.get(0).get("key").asString(),
                                                    "values",
                                                    List.of("12")));
                        }));
    }

    private static IdRow organization(String path) {
        return new IdRow(
                "POST " + path,
                "organization",
                (a, b) -> a.officer().post(path, wish(b.top(), a.top(), approver(a))));
    }

    private static IdRow target(String path) {
        return new IdRow(
                "POST " + path,
                "target/top",
                (a, b) -> a.officer().post(path, wish(a.top(), b.branch(), approver(a))));
    }

    private static IdRow approver(String path) {
        return new IdRow(
                "POST " + path,
                "approver",
                (a, b) -> a.officer().post(path, wish(a.top(), a.top(), approver(b))));
    }

    private static String approver(Estate estate) {
        return account(estate.second());
    }
}
