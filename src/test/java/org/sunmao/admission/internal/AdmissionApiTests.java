package org.sunmao.admission.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.sunmao.access.Role;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;
import org.sunmao.journal.Readings;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One person comes from the application into the Party, and everybody does their own part. */
@HouseTest
class AdmissionApiTests extends AdmissionHouse {

    @Autowired Readings readings;

    @Test
    @Proves({"R-DEV-38", "R-DEV-42", "R-DEV-48"})
    void whoAsksBecomesProbationerAndMemberStepByStep() {
        var applied = today().minusDays(1000);
        var id = apply(applied);
        var probationer = probationer(id, applied);
        var met = applied.plusDays(450);
        assertThat(probationer.get("stage").asString()).isEqualTo("probationer");
        assertThat(probationer.get("probationFrom").asString()).isEqualTo(met.toString());
        assertThat(probationer.get("probationUntil").asString())
                .isEqualTo(met.plusYears(1).toString());

        var person = probationer.get("person").asString();
        var entered = secretary.get("/api/members/" + person).json();
        assertThat(entered.get("name").asString()).isEqualTo("周小满");
        assertThat(entered.toString()).contains(met.toString());

        took(countyOfficer, id, "file-approval", applied.plusDays(465), Map.of());
        took(secretary, id, "assign", applied.plusDays(466), Map.of());
        took(secretary, id, "oath", applied.plusDays(470), Map.of("place", "村部"));
        took(secretary, id, "probation-assess", applied.plusDays(560), Map.of());
        var end = met.plusYears(1);
        took(secretary, id, "conversion-application", end.minusDays(3), Map.of());
        voted(id, "conversion-vote", end.plusDays(2), conversion(end.minusDays(20)), 5);
        var member =
                took(township, id, "conversion-approve", end.plusDays(9), Map.of("granted", true));
        assertThat(member.get("stage").asString()).isEqualTo("member");
        assertThat(member.get("memberSince").asString()).isEqualTo(end.toString());
        assertThat(secretary.get("/api/members/" + person).json().toString())
                .contains(end.toString());
    }

    private Map<String, Object> conversion(LocalDate noticeFrom) {
        var fields = new HashMap<>(notice(noticeFrom));
        fields.put("outcome", "convert");
        return fields;
    }

    @Test
    @Proves({"R-DEV-53", "R-FIL-01"})
    void theFivePapersAreBroughtBeforeAnythingIsArchived() {
        var applied = today().minusDays(1000);
        var id = apply(applied);
        probationer(id, applied);
        var end = applied.plusDays(450).plusYears(1);
        took(secretary, id, "conversion-application", end.minusDays(3), Map.of());
        voted(id, "conversion-vote", end.plusDays(2), conversion(end.minusDays(20)), 5);
        took(township, id, "conversion-approve", end.plusDays(9), Map.of("granted", true));
        assertThat(refused(take(secretary, id, "archive", today(), Map.of()), 422))
                .contains("R-DEV-53", "须有 5 项");
        for (var code : List.of("D01", "D07", "D13", "D19", "D27")) {
            var pdf = "%PDF-1.4 signed".getBytes(StandardCharsets.UTF_8);
            var at = "/api/admissions/" + id + "/papers/" + code;
            var brought = secretary.upload(at, code + ".pdf", pdf, Map.of());
            assertThat(brought.status()).as("%s", brought.json()).isEqualTo(200);
        }
        var archived = took(secretary, id, "archive", today(), Map.of());
        assertThat(archived.get("stage").asString()).isEqualTo("archived");
        assertThat(archived.get("gates").get(4).get("state").asString()).isEqualTo("done");
    }

    @Test
    @Proves({"R-DEV-10", "R-DEV-35"})
    void eachStepIsOpenInItsTurnAndForWhoeverTakesIt() {
        var applied = today().minusDays(5);
        var id = apply(applied);
        var begun = get(id);
        assertThat(step(begun, "application").get("state").asString()).isEqualTo("done");
        assertThat(step(begun, "talk").get("state").asString()).isEqualTo("open");
        assertThat(step(begun, "talk").get("mine").asBoolean()).isTrue();
        var closed = step(begun, "fix-activist");
        assertThat(closed.get("state").asString()).isEqualTo("closed");
        assertThat(closed.get("rule").get("id").asString()).isEqualTo("R-DEV-10");
        assertThat(closed.get("remedy").asString()).isNotBlank();
        assertThat(begun.get("due").asString()).isEqualTo(applied.plusMonths(1).toString());
        assertThat(refused(take(secretary, id, "fix-activist", today(), recommended()), 422))
                .contains("R-DEV-10");
        assertThat(refused(take(township, id, "approve", today(), Map.of("granted", true)), 422))
                .contains("R-DEV-35");

        took(secretary, id, "talk", today(), Map.of("talker", members.getFirst()));
        took(secretary, id, "fix-activist", today(), recommended());
        assertThat(refused(take(secretary, id, "file-activist", today(), agreed()), 422))
                .contains("R-DEV-11", "由“");
        assertThat(step(get(id), "file-activist").get("mine").asBoolean()).isFalse();
        var filed = took(township, id, "file-activist", today(), agreed());
        assertThat(filed.get("stage").asString()).isEqualTo("activist");
        assertThat(acts(id)).hasSize(4).contains("admission.apply", "admission.step");
    }

    private static Map<String, Object> recommended() {
        return Map.of("recommended", "members");
    }

    private static Map<String, Object> agreed() {
        return Map.of("agreed", true);
    }

    @Test
    @Proves("R-DEV-07")
    void whoIsNotEighteenIsRefusedAndNothingIsKept() {
        var born = today().minusYears(18).plusDays(1);
        var wish = wish(today(), Map.of("bornOn", born.toString(), "citizenNumber", ""));
        assertThat(refused(secretary.post("/api/admissions", wish), 422))
                .contains("R-DEV-07", "appliedOn");
        assertThat(secretary.get("/api/admissions").json().get("items")).isEmpty();
        wish.put("bornOn", born.minusDays(1).toString());
        assertThat(secretary.post("/api/admissions", wish).status()).isEqualTo(201);
    }

    @Test
    @Proves({"R-DEV-18", "R-DEV-54"})
    void aDateThatBreaksARuleIsExplainedAndSignedFromAbove() {
        var applied = today().minusDays(1000);
        var id = apply(applied);
        activist(id, applied);
        took(secretary, id, "assess", applied.plusDays(200), Map.of());
        took(secretary, id, "assess", applied.plusDays(300), Map.of());
        var early = applied.plusDays(384);
        var fields = notice(applied.plusDays(365));
        assertThat(refused(take(secretary, id, "list-object", early, fields), 422))
                .contains("R-DEV-18", "/reason");
        var body = Map.of("on", early.toString(), "fields", fields, "reason", "支委会提前一天开了");
        var asked = send(secretary, id, "list-object", body);
        assertThat(asked.status()).as("%s", asked.json()).isEqualTo(200);
        var open = asked.json().get("asked");
        assertThat(open.get("breaches").get(0).get("rule").get("id").asString())
                .isEqualTo("R-DEV-18");
        assertThat(asked.json().get("stage").asString()).isEqualTo("activist");
        assertThat(refused(take(secretary, id, "assess", today(), Map.of()), 422)).contains("审签");

        var at = "/api/admissions/" + id + "/explanations/" + open.get("id").asString();
        assertThat(refused(secretary.post(at + "/sign", Map.of()), 422)).contains("不能自己签");
        var signed = township.post(at + "/sign", Map.of());
        assertThat(signed.status()).as("%s", signed.json()).isEqualTo(200);
        assertThat(signed.json().get("stage").asString()).isEqualTo("object-to-file");
        var taken = signed.json().get("taken").get(7);
        assertThat(taken.get("reason").asString()).isEqualTo("支委会提前一天开了");
        assertThat(taken.get("signedName").asString()).isEqualTo("演示用户");
        assertThat(township.post(at + "/sign", Map.of()).status()).isEqualTo(409);
        assertThat(acts(id)).contains("admission.explain", "admission.sign");
    }

    @Test
    @Proves("R-DEV-36")
    void whenTheCommitteeHadAResolutionStandsBesideTheDayTheBranchTold() {
        var applied = today().minusDays(1000);
        var id = apply(applied);
        accepted(id, applied);
        var told = applied.plusDays(470);
        var came = applied.plusDays(452);
        took(secretary, id, "submit", told, Map.of());
        took(township, id, "superior-talk", told, Map.of("talker", "组织委员郑九"));
        var granted = Map.of("granted", true, "received", told.plusDays(9) + "");
        assertThat(refused(take(township, id, "approve", told.plusDays(8), granted), 400))
                .contains("fields/received");
        var noted = Map.of("granted", true, "received", came + "");
        took(township, id, "approve", told.plusDays(8), noted);
        var taken = get(id).get("taken");
        var submitted = taken.get(taken.size() - 3);
        assertThat(submitted.get("on").asString()).isEqualTo(told.toString());
        assertThat(submitted.get("late").asBoolean()).isTrue();
        assertThat(taken.get(taken.size() - 1).get("told").toString())
                .contains(came + "（支部填的报送日期是 " + told + "，两个日期不一致）");
    }

    @Test
    void whoComesSecondSeesWhatTheFirstOneDid() {
        var id = apply(today().minusDays(5));
        var version = get(id).get("version").asInt();
        var at = "/api/admissions/" + id + "/steps/talk";
        var body = Map.of("on", today().toString(), "fields", Map.of("talker", members.getFirst()));
        assertThat(secretary.post(at, version, body).status()).isEqualTo(200);
        var second = township.post(at, version, body);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().get("current").get("taken")).hasSize(2);
        assertThat(secretary.post(at, body).status()).isEqualTo(428);
    }

    @Test
    @Proves("PRV-05")
    void whoLooksAtAWayIsToldToThePerson() {
        var id = apply(today().minusDays(5));
        var person = UUID.fromString(get(id).get("person").asString());
        var before = read(person);
        assertThat(township.get("/api/admissions/" + id).status()).isEqualTo(200);
        assertThat(read(person)).isEqualTo(before + 1);
    }

    private int read(UUID person) {
        return scopes.system(
                "test",
                _ -> {
                    scopes.about(person, "test");
                    return readings.of(person, null, 50).size();
                });
    }

    @Test
    void whoIsNotAboveABranchSeesAndDoesNothing() {
        var id = apply(today().minusDays(5));
        var other = caller(Role.SECRETARY, county.townships().get(1).branches().getFirst().id());
        assertThat(other.get("/api/admissions/" + id).status()).isEqualTo(404);
        assertThat(other.get("/api/admissions").json().get("items")).isEmpty();
        assertThat(take(other, id, "talk", today(), Map.of()).status()).isEqualTo(404);
        var stages = secretary.get("/api/admissions/stages").json();
        assertThat(stages.get("stages").get(0).get("cases").asInt()).isEqualTo(1);
        assertThat(stages.get("waiting").get(0).get("step").asString()).isEqualTo("talk");
    }

    /** Behind a mask a number is not typed again. */
    @Test
    void whoIsPutRightKeepsTheNumbersThatWereNotSent() {
        var id = apply(today().minusDays(3));
        var before = get(id);
        var said = Map.of("name", "周大满", "sex", "1", "bornOn", "1998-05-04", "education", "21");
        var changed = secretary.patch("/api/admissions/" + id, before.get("version").asInt(), said);
        assertThat(changed.status()).as("%s", changed.json()).isEqualTo(200);
        assertThat(changed.json().get("name").asString()).isEqualTo("周大满");
        for (var number : List.of("citizenNumber", "mobile")) {
            var masked = before.get("details").get(number).asString();
            assertThat(changed.json().get("details").get(number).asString()).isEqualTo(masked);
        }
    }

    @Test
    void whoPutsSomebodyRightInTheSecondPlaceIsAskedWhoseWordStands() {
        var id = apply(today().minusDays(3));
        var at = "/api/admissions/" + id;
        var said = new HashMap<>(Map.of("name", "周大满", "sex", "1", "bornOn", "1998-05-04"));
        said.put("nation", "01");
        var version = get(id).get("version").asInt();
        assertThat(township.patch(at, version, said).status()).isEqualTo(200);
        said.put("name", "周小暑");
        said.put("mobile", "10012345679");
        var second = secretary.patch(at, version, said);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().get("version").asInt()).isEqualTo(version + 1);
        assertThat(second.json().at("/current/name").asString()).isEqualTo("周大满");
        assertThat(second.json().get("conflicts").toString())
                .contains("\"field\":\"name\"", "周小暑", "周大满", "尾号 5679", "尾号 5678")
                .doesNotContain("nation", "10012345679");
        assertThat(secretary.patch(at, version + 1, said).status()).isEqualTo(200);
    }

    @Test
    @Proves("R-DEV-06")
    void whoWasAdmittedFromAboveIsEnteredAfterwardsAtTheTopWithThePaper() {
        var decided = Map.of("kind", "posthumous", "reason", "省委组织部〔2026〕12号");
        var wish = wish(today().minusDays(40), decided);
        assertThat(refused(secretary.post("/api/admissions", wish), 422)).contains("R-DEV-06");
        wish.put("reason", " ");
        assertThat(refused(countyOfficer.post("/api/admissions", wish), 400)).contains("文号");
        wish.putAll(decided);
        var made = countyOfficer.post("/api/admissions", wish);
        assertThat(made.status()).as("%s", made.json()).isEqualTo(201);
        assertThat(made.json().get("kindName").asString()).isEqualTo("追认");
        assertThat(made.json().get("taken").toString()).contains("省委组织部");
        assertThat(made.json().at("/may/handover").asBoolean()).isFalse();
        var id = made.json().get("id").asString();
        var missing = step(get(id), "archive");
        assertThat(missing.get("remedy").asString()).isEqualTo("请先上传扫描件");
        assertThat(get(id).get("papers").valueStream())
                .filteredOn(paper -> paper.get("kept").asBoolean())
                .extracting(paper -> paper.get("code").asString())
                .containsExactly("D23");
        assertThat(refused(take(secretary, id, "archive", today(), Map.of()), 422))
                .contains("R-DEV-53");
        var pdf = "%PDF-1.4 decided".getBytes(StandardCharsets.UTF_8);
        secretary.upload("/api/admissions/" + id + "/papers/D23", "批复.pdf", pdf, Map.of());
        assertThat(took(secretary, id, "archive", today(), Map.of()).get("stage").asString())
                .isEqualTo("archived");
    }
}
