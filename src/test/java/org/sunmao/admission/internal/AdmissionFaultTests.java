package org.sunmao.admission.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.house.HouseTest;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * Whatever breaks in the middle of a step, and whoever comes at once: a step is whole or it is not.
 */
@HouseTest
class AdmissionFaultTests extends AdmissionHouse {

    private static final List<String> STEP =
            List.of("admission.step", "admission.admission", "journal.entry", "journal.detail");
    private static final List<String> VOTE =
            List.of("meeting.meeting", "meeting.vote", "access.receipt");
    private static final List<String> REGISTER =
            List.of("member.member", "member.profile", "member.term");
    private static final List<String> EXPLAINED = List.of("admission.explanation");
    private static final List<List<String>> ALL = List.of(STEP, VOTE, REGISTER, EXPLAINED);
    private static final int TRIES = 200;

    @Autowired JdbcClient jdbc;

    @Test
    void aStatementThatFailsLeavesNothingOfTheVote() {
        var applied = today().minusDays(1000);
        var id = apply(applied);
        object(id, applied);
        took(secretary, id, "examine", applied.plusDays(435), notice(applied.plusDays(416)));
        took(township, id, "pre-examine", applied.plusDays(440), Map.of("passed", true));
        took(secretary, id, "form", applied.plusDays(445), Map.of());
        broken(
                List.of(STEP, VOTE.subList(0, 2)),
                () -> vote(id, "vote", applied.plusDays(450), Map.of(), 4).status());
        assertThat(voted(id, "vote", applied.plusDays(450), Map.of(), 4).get("stage").asString())
                .isEqualTo("accepted");

        took(secretary, id, "submit", applied.plusDays(452), Map.of());
        var talk = Map.of("talker", "组织委员郑九");
        took(township, id, "superior-talk", applied.plusDays(455), talk);
        broken(
                List.of(STEP, REGISTER),
                () -> take(township, id, "approve", applied.plusDays(460), granted()).status());
        took(township, id, "approve", applied.plusDays(460), granted());
    }

    private static Map<String, Object> granted() {
        return Map.of("granted", true);
    }

    @Test
    void aStatementThatFailsLeavesNothingOfAnExplanation() {
        var applied = today().minusDays(1000);
        var id = apply(applied);
        activist(id, applied);
        took(secretary, id, "assess", applied.plusDays(200), Map.of());
        took(secretary, id, "assess", applied.plusDays(300), Map.of());
        var body =
                Map.of(
                        "on",
                        applied.plusDays(384).toString(),
                        "fields",
                        notice(applied.plusDays(365)),
                        "reason",
                        "支委会提前一天开了");
        broken(
                List.of(EXPLAINED, STEP.subList(1, 4)),
                () -> send(secretary, id, "list-object", body).status());
        var asked = send(secretary, id, "list-object", body).json().get("asked");
        var sign =
                "/api/admissions/%s/explanations/%s/sign".formatted(id, asked.get("id").asString());
        broken(List.of(EXPLAINED, STEP), () -> township.post(sign, Map.of()).status());
        assertThat(township.post(sign, Map.of()).status()).isEqualTo(200);
    }

    private interface Try {
        int status();
    }

    /** Lets each table in turn refuse whatever is written to it. */
    private void broken(List<List<String>> tables, Try attempt) {
        for (var table : tables.stream().flatMap(List::stream).toList()) {
            var before = rows();
            village.asOwner(
                    """
                    create or replace function public.fault() returns trigger language plpgsql as
                      $$ begin raise exception 'a fault that was seeded'; end $$;
                    create trigger fault after insert or update on %s
                      for each statement execute function public.fault()
                    """
                            .formatted(table));
            try {
                assertThat(attempt.status()).as(table).isEqualTo(500);
            } finally {
                village.asOwner("drop trigger fault on " + table);
            }
            assertThat(rows()).as(table).isEqualTo(before);
        }
    }

    /** What any step could write, with the versions of the cases. */
    private Map<String, String> rows() {
        return scopes.system(
                "test",
                _ -> {
                    var rows = new TreeMap<String, String>();
                    ALL.stream()
                            .flatMap(List::stream)
                            .filter(table -> !table.startsWith("journal."))
                            .forEach(table -> rows.put(table, count(table)));
                    rows.put("versions", sum());
                    return rows;
                });
    }

    private String count(String table) {
        return jdbc.sql("select count(*) from " + table).query(String.class).single();
    }

    private String sum() {
        return jdbc.sql("select sum(version) from admission.admission")
                .query(String.class)
                .single();
    }

    @Test
    void ofTwoHundredWhoTakeTheSameStepAtOnceOneWins() {
        var id = apply(today().minusDays(5));
        var version = get(id).get("version").asInt();
        var body = Map.of("on", today().toString(), "fields", Map.of("talker", members.getFirst()));
        var at = "/api/admissions/" + id + "/steps/talk";
        var tries =
                IntStream.range(0, TRIES)
                        .mapToObj(
                                _ ->
                                        CompletableFuture.supplyAsync(
                                                () -> secretary.post(at, version, body).status()))
                        .toList();
        var answers = tries.stream().map(CompletableFuture::join).toList();
        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(List.of(200, 409, 503)).as("nobody else did anything").containsAll(answers);
        assertThat(get(id).get("taken")).hasSize(2);
    }
}
