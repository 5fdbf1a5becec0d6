package org.sunmao.admission.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.access.SignedIn;
import org.sunmao.access.SignedIn.State;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;
import org.sunmao.house.Village;
import org.sunmao.register.Roster.Answer;
import org.sunmao.register.Roster.Entry;
import org.sunmao.register.Roster.Finding;
import org.sunmao.register.Roster.Left;
import org.sunmao.register.Roster.Outcome;
import org.sunmao.register.Roster.Verdict;
import org.sunmao.register.Roster.Written;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A roster of admissions: what it makes, what it tells, what stays out, taking it back. */
@HouseTest
class AdmissionRosterTests extends AdmissionHouse {

    private static final LocalDate BORN = LocalDate.of(1997, 3, 9);
    private static final LocalDate FIXED = LocalDate.of(2023, 5, 8);

    private static final String DUTY =
            "select state from duty.duty where name = 'breach-unexplained' and subject = ?";

    @Autowired AdmissionRoster roster;
    @Autowired JdbcClient jdbc;

    private SignedIn who() {
        return new SignedIn(
                UUID.randomUUID(),
                "roster",
                "名册",
                Role.COUNTY_OFFICER,
                county.top(),
                null,
                State.OPEN);
    }

    private List<Verdict> preview(Entry... file) {
        return scopes.read(who(), scope -> roster.begin(scope).examine(List.of(file)));
    }

    private List<Written> commit(Entry file) {
        return scopes.write(
                who(),
                scope -> {
                    var examination = roster.begin(scope);
                    return examination.write(examination.examine(List.of(file)));
                });
    }

    private List<String> codes(Entry file) {
        return preview(file).getFirst().findings().stream().map(Finding::code).toList();
    }

    /** An activist of the branch, changed as wished; null takes a value away. */
    private Entry row(String number, Object... more) {
        var values = new HashMap<String, Object>();
        values.put("organization", branch.toString());
        values.put("name", "吴小禾");
        values.put("sex", "2");
        values.put("bornOn", BORN);
        values.put("citizenNumber", number);
        values.put("appliedOn", FIXED.minusMonths(6));
        values.put("talk", FIXED.minusMonths(6).plusDays(9));
        values.put("fixActivist", FIXED);
        values.put("fileActivist", FIXED.plusDays(4));
        for (var i = 0; i < more.length; i += 2) {
            values.put((String) more[i], more[i + 1]);
        }
        values.values().removeIf(value -> value.equals(""));
        return new Entry(2, values, Answer.NONE);
    }

    private static String number(int sequence) {
        return Village.number(BORN, 2 * sequence);
    }

    @Test
    @Proves("AF-13")
    void aHistoryIsEnteredWithItsDaysAsALateEntryAndGoesOnFromThere() {
        var file = row(number(11));
        assertThat(preview(file).getFirst().outcome()).isEqualTo(Outcome.MADE);
        var written = commit(file);
        var id = written.getFirst().subject().toString();
        var view = get(id);
        assertThat(view.get("stage").asString()).isEqualTo("activist");
        assertThat(view.get("taken")).hasSize(4);
        assertThat(view.get("taken"))
                .allSatisfy(step -> assertThat(step.get("late").asBoolean()).isTrue());
        assertThat(acts(id)).containsExactly("admission.import");
        assertThat(preview(file).getFirst().outcome()).isEqualTo(Outcome.SAME);
        assertThat(codes(row(number(11), "appliedOn", FIXED.minusMonths(7))))
                .containsExactly("already-open");
        var contacts = Map.of("contacts", members.subList(0, 2));
        took(secretary, id, "contacts", FIXED.plusDays(9), contacts);
        assertThat(undo(written)).singleElement().extracting(Left::says).asString().contains("修改");
    }

    /** As somebody sends it: the register of imports takes this kind of roster. */
    @Test
    @Proves("AF-13")
    void aRosterComesInByTheInterface() {
        var rows =
                "所在党支部,姓名,性别,出生日期,公民身份号码,递交入党申请书日期\n" + branch + ",吴小禾,女,1997-03-09,,2022-11-08\n";
        var file = rows.getBytes(StandardCharsets.UTF_8);
        var kind = Map.of("kind", "admission");
        var sent = countyOfficer.upload("/api/imports", "发展党员.csv", file, kind);
        assertThat(sent.status()).as("%s", sent.json()).isEqualTo(201);
        assertThat(sent.json().get("kind").asString()).isEqualTo("admission");
    }

    @Test
    void whatAnImportMadeIsTakenBackAndMayBeMadeAnew() {
        var file = row(number(12));
        var written = commit(file);
        assertThat(undo(written)).isEmpty();
        var id = written.getFirst().subject();
        assertThat(secretary.get("/api/admissions/" + id).status()).isEqualTo(404);
        assertThat(acts(id.toString())).contains("admission.undo");
        assertThat(preview(file).getFirst().outcome()).isEqualTo(Outcome.MADE);
    }

    private List<Left> undo(List<Written> written) {
        return scopes.write(who(), scope -> roster.undo(scope, written));
    }

    @Test
    @Proves({"R-DEV-10", "R-DEV-14"})
    void whatBrokeARuleIsToldBeforeAndStandsBesideTheStepAfter() {
        var file = row(number(13), "talk", "", "contacts", FIXED.plusDays(8), "contactsNumber", 3);
        var verdict = preview(file).getFirst();
        assertThat(verdict.outcome()).isEqualTo(Outcome.MADE);
        assertThat(codes(file)).containsExactly("broken-r-dev-10", "broken-r-dev-14");
        var id = commit(file).getFirst().subject().toString();
        var taken = get(id).get("taken");
        assertThat(taken.toString()).contains("还没有派人谈话").contains("培养联系人须是");
        assertThat(get(id).get("stage").asString()).isEqualTo("activist");
    }

    @Test
    @Proves("R-DEV-54")
    void whatAnImportBrokeIsADutyUntilItIsExplainedAndSigned() {
        var file = row(number(15), "talk", "", "contacts", FIXED.plusDays(8), "contactsNumber", 3);
        var id = commit(file).getFirst().subject().toString();
        awaitDuty(id, "open");
        var path = "/api/admissions/" + id + "/explanations";
        var asked = secretary.post(path, Map.of("reason", "当年支部换届，记录没有移交"));
        assertThat(asked.json().at("/asked/breaches")).hasSize(2);
        assertThat(asked.json().at("/asked/maySign").asBoolean()).isFalse();
        assertThat(refused(secretary.post(path, Map.of("reason", "再写一次")), 422)).contains("审签");
        var sign = path + "/" + asked.json().at("/asked/id").asString() + "/sign";
        var signed = township.post(sign, Map.of()).json();
        assertThat(signed.has("asked") && !signed.get("asked").isNull()).isFalse();
        assertThat(signed.get("stage").asString()).isEqualTo("activist");
        assertThat(signed.at("/taken/1/reason").asString()).contains("换届");
        awaitDuty(id, "met");
        assertThat(refused(secretary.post(path, Map.of("reason", "又写")), 422)).contains("不用再写");
    }

    private void awaitDuty(String id, String state) {
        await().untilAsserted(() -> assertThat(duties(id)).containsExactly(state));
    }

    private List<String> duties(String id) {
        return scopes.system(
                "test", _ -> jdbc.sql(DUTY).param(UUID.fromString(id)).query(String.class).list());
    }

    @Test
    void whatIsNotKnownIsNotMadeUp() {
        assertThat(codes(row(number(14), "contacts", FIXED.plusDays(8))))
                .containsExactly("required");
        assertThat(codes(row(number(14), "organization", county.top().toString())))
                .containsExactly("not-a-branch");
        assertThat(codes(row(number(14), "bornOn", BORN.plusDays(1))))
                .containsExactly("citizen-number-birth");
        assertThat(codes(row(number(14), "approve", FIXED.plusYears(2))))
                .containsExactly("not-on-the-register");
        var member = Village.someone(branch, "郑小麦");
        village.enter(member);
        var bornOn = member.bornOn();
        assertThat(codes(row(member.citizenNumber(), "bornOn", bornOn)))
                .containsExactly("already-on-the-register");
    }
}
