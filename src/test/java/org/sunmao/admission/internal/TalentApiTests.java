package org.sunmao.admission.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;
import org.sunmao.house.Village;
import org.sunmao.privacy.Retained;
import org.sunmao.privacy.Retention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * Young people are listed with their own agreement, go on from the list into an application, and
 * are forgotten when they say so.
 */
@HouseTest
@Proves("R-CD-03")
class TalentApiTests extends TalentHouse {

    @Autowired List<Retained> kept;
    @Autowired JdbcClient jdbc;

    @Test
    void theTownshipListsWhoeverAgreedAndTheBranchReadsIt() {
        var id = list(Map.of());
        var seen = secretary.get(AT + "/" + id).json();
        assertThat(seen.get("state").asString()).isEqualTo("listed");
        assertThat(seen.get("mobile").asString()).isEqualTo("*******5678");
        assertThat(seen.get("educationName").asString()).isEqualTo("普通高中毕业");
        assertThat(seen.at("/may/write").asBoolean()).isFalse();
        assertThat(seen.at("/may/apply").asBoolean()).isTrue();
        assertThat(seen.get("tooOld").asBoolean()).isFalse();
        var listed = secretary.get(AT + "?organization=" + branch).json();
        assertThat(listed.at("/items/0/name").asString()).isEqualTo("周小满");
        assertThat(listed.at("/items/0/listedOn").asString()).isEqualTo(today().toString());
        assertThat(acts(id)).containsExactly("admission.talent");
        var elsewhere = caller(Role.TOWNSHIP_OFFICER, county.townships().getLast().top());
        assertThat(elsewhere.get(AT + "/" + id).status()).isEqualTo(404);
        assertThat(elsewhere.get(AT).json().get("items")).isEmpty();
        var member = caller(Role.MEMBER, branch);
        assertThat(member.get(AT).status()).isEqualTo(403);
    }

    @Test
    void nobodyIsListedWithoutAgreementNorTwiceNorFromElsewhere() {
        var without = young(Map.of());
        without.remove("agreedOn");
        assertThat(refused(township.post(AT, without), 400)).contains("agreedOn", "没有本人同意");
        for (var day : List.of(today().plusDays(1).toString(), "1990-01-01", "春天")) {
            assertThat(refused(township.post(AT, young(Map.of("agreedOn", day))), 400))
                    .contains("agreedOn");
        }
        assertThat(
                        refused(
                                township.post(
                                        AT,
                                        young(Map.of("listedOn", today().minusDays(4).toString()))),
                                400))
                .contains("listedOn");
        list(Map.of());
        assertThat(refused(township.post(AT, young(Map.of())), 400)).contains("已经在");
        var elsewhere = caller(Role.TOWNSHIP_OFFICER, county.townships().getLast().top());
        assertThat(refused(elsewhere.post(AT, young(Map.of())), 400)).contains("organization");
        var own = county.townships().getFirst().top();
        assertThat(refused(township.post(AT, young(Map.of("organization", own))), 400))
                .contains("organization");
    }

    @Test
    void whoIsTooOldIsNotListedAndWhoGrowsOlderStays() {
        var most = 35;
        var over = today().minusYears(most + 1);
        var refused = refused(township.post(AT, young(Map.of("bornOn", over.toString()))), 422);
        assertThat(refused).contains("R-CD-03", "36 周岁", "登记入党申请", "本地配置");
        var earlier = over.minusMonths(1);
        var id =
                list(
                        Map.of(
                                "bornOn", earlier.toString(),
                                "agreedOn", today().minusMonths(3).toString(),
                                "listedOn", today().minusMonths(2).toString()));
        assertThat(talent(id).get("tooOld").asBoolean()).isTrue();
        assertThat(state(id)).isEqualTo("listed");
        var young = list(Map.of("name", "同岁", "bornOn", over.plusDays(1).toString()));
        assertThat(talent(young).get("tooOld").asBoolean()).isFalse();
        var older = Map.of("name", "同岁", "sex", "1", "bornOn", over.toString());
        var body = new HashMap<String, Object>(older);
        body.put("agreedOn", today().toString());
        assertThat(refused(township.patch(AT + "/" + young, 1, body), 422)).contains("R-CD-03");
    }

    @Test
    void whereTheTownshipLeadsTheBranchReportsAndElsewhereItListsItself() {
        var refused = refused(secretary.post(AT, young(Map.of())), 422);
        assertThat(refused).contains("R-CD-03", "报给");
        assertThat(mayList(secretary)).isFalse();
        assertThat(mayList(township)).isTrue();
        assertThat(mayList(caller(Role.SUPERVISOR, county.top()))).isFalse();
        var id = list(Map.of());
        var facts = young(Map.of("name", "改一改"));
        facts.remove("organization");
        assertThat(refused(secretary.patch(AT + "/" + id, 1, facts), 422)).contains("R-CD-03");
        var figure =
                Map.of(
                        "organization", county.top().toString(),
                        "name", "lead",
                        "value", "0",
                        "reason", "县委组织部通知");
        var asked = countyOfficer.post("/api/rules/R-CD-03/figures", figure);
        assertThat(asked.status()).as("%s", asked.json()).isEqualTo(201);
        var approver = caller(Role.COUNTY_OFFICER, county.top());
        var at = "/api/figures/" + asked.json().get("id").asString() + "/approve";
        assertThat(approver.post(at, Map.of()).status()).isEqualTo(200);
        assertThat(secretary.post(AT, young(Map.of("name", "支部推荐"))).status()).isEqualTo(201);
        assertThat(township.post(AT, young(Map.of("name", "乡镇推荐"))).status()).isEqualTo(201);
        assertThat(mayList(secretary)).isTrue();
    }

    private static boolean mayList(Caller who) {
        return who.get(AT + "/numbers").json().get("mayList").asBoolean();
    }

    @Test
    void whoIsAMemberAlreadyIsNotListed() {
        var born = LocalDate.of(1998, 5, 4);
        village.enter(Village.someone(branch, "吴小雪", born, today().minusYears(1), null));
        assertThat(refused(township.post(AT, young(Map.of("name", "吴小雪"))), 400)).contains("党员名册");
    }

    @Test
    void ofTwoWhoChangeOnePersonTheSecondSeesWhatTheFirstSaid() {
        var id = list(Map.of());
        var facts = young(Map.of("work", "办合作社"));
        facts.remove("organization");
        facts.remove("mobile");
        var changed = township.patch(AT + "/" + id, 1, facts);
        assertThat(changed.status()).as("%s", changed.json()).isEqualTo(200);
        assertThat(changed.json().get("mobile").asString()).isEqualTo("*******5678");
        var late = countyOfficer.patch(AT + "/" + id, 1, facts);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().at("/current/work").asString()).isEqualTo("办合作社");
        facts.put("mobile", "");
        assertThat(township.patch(AT + "/" + id, 2, facts).json().get("mobile").isNull()).isTrue();
        assertThat(acts(id)).contains("admission.talent-change");
        assertThat(told(id)).doesNotContain("周小满", "办合作社", "10012345678");
    }

    @Test
    void ofTwoWhoListOnePersonAtOnceOneDoes() {
        var tries =
                IntStream.range(0, 4)
                        .mapToObj(
                                _ ->
                                        CompletableFuture.supplyAsync(
                                                () -> township.post(AT, young(Map.of())).status()))
                        .toList();
        assertThat(tries.stream().map(CompletableFuture::join)).containsOnlyOnce(201);
        var key = UUID.randomUUID();
        var first = township.post(AT, young(Map.of("name", "重发的")), key).json().get("id");
        var again = township.post(AT, young(Map.of("name", "重发的")), key).json().get("id");
        assertThat(again).isEqualTo(first);
        assertThat(township.get(AT + "?organization=" + branch).ids()).hasSize(2);
    }

    @Test
    void whoWithdrawsIsErasedAtOnceAndWhoLeavesOtherwiseAfterAYear() {
        var id = list(Map.of());
        assertThat(refused(leave(secretary, id, "bored"), 400)).contains("reason");
        assertThat(leave(secretary, id, "withdrew").status()).isEqualTo(204);
        assertThat(township.get(AT + "/" + id).status()).isEqualTo(404);
        assertThat(rows(id)).isZero();
        assertThat(told(id)).doesNotContain("周小满");

        var moved = list(Map.of());
        assertThat(leave(township, moved, "moved").status()).isEqualTo(204);
        assertThat(leave(township, moved, "other").status()).isEqualTo(409);
        assertThat(state(moved)).isEqualTo("left");
        assertThat(refused(applyFrom(moved, Map.of()), 400)).contains("talent");
        assertThat(list(Map.of())).as("listed anew").isNotEqualTo(moved);
        sweep(today());
        assertThat(rows(moved)).isOne();
        sweep(today().plusDays(1));
        assertThat(rows(moved)).isZero();

        var once = list(Map.of("name", "先离开的"));
        leave(township, once, "other");
        assertThat(leave(township, once, "withdrew").status()).isEqualTo(204);
        assertThat(rows(once)).isZero();
    }

    private void sweep(LocalDate before) {
        kept.stream()
                .filter(one -> one.retention() == Retention.TALENT)
                .forEach(one -> scopes.system("test", _ -> one.sweep(before)));
    }

    private long rows(String id) {
        return scopes.system(
                "test",
                _ ->
                        jdbc.sql("select count(*) from admission.talent where id = :id")
                                .param("id", UUID.fromString(id))
                                .query(Long.class)
                                .single());
    }

    @Test
    void theListGoesByPlaceAndItsNumbersAreThoseOfTheList() {
        var second = village.organization(county.townships().getFirst().top(), "柳树村党支部", "branch");
        var expected = new ArrayList<String>();
        expected.add(list(Map.of("name", "甲一")));
        var later = list(Map.of("name", "乙一", "organization", second, "education", "71"));
        expected.add(list(Map.of("name", "甲二")));
        expected.add(list(Map.of("name", "甲三")));
        expected.add(later);
        leave(township, list(Map.of("name", "走了的")), "moved");
        assertThat(applyFrom(expected.get(1), Map.of("name", "甲二")).status()).isEqualTo(201);

        var seen = new ArrayList<String>();
        String next = null;
        do {
            var page =
                    township.get(AT + "?limit=2" + (next == null ? "" : "&after=" + next)).json();
            page.get("items").forEach(item -> seen.add(item.get("id").asString()));
            next = page.get("next").isNull() ? null : page.get("next").asString();
        } while (next != null);
        assertThat(seen).isEqualTo(expected);
        var numbers = township.get(AT + "/numbers").json();
        for (var state : TalentState.values()) {
            var items = township.get(AT + "?state=" + state.code()).json().get("items");
            assertThat(numbers.get(named(state)).asInt()).as("%s", state).isEqualTo(items.size());
        }
        assertThat(numbers.get("youngEducated").asInt()).isEqualTo(3);
        assertThat(numbers.get("youngUpTo").asInt()).isEqualTo(35);
        assertThat(township.get(AT + "?q=甲").ids()).hasSize(3);
        assertThat(township.get(AT + "?state=best").status()).isEqualTo(400);
    }

    private static String named(TalentState state) {
        return switch (state) {
            case LISTED, APPLIED, LEFT -> state.code();
            case ACTIVIST, OBJECT, PROBATIONER, MEMBER -> state.code() + "s";
        };
    }
}
