package org.sunmao.admission.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.sunmao.access.Role;
import org.sunmao.access.Scope;
import org.sunmao.admission.Admissions;
import org.sunmao.admission.PastAdmission;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;
import org.sunmao.house.Village;
import org.sunmao.privacy.PersonalData;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An application begins from the list, and how far somebody has come follows from it. */
@HouseTest
@Proves("R-CD-03")
class TalentCaseTests extends TalentHouse {

    @Autowired Admissions admissions;
    @Autowired AdmissionData data;

    @Test
    void anApplicationTakesOverWhoItIsAndNobodyElse() {
        var id = list(Map.of());
        assertThat(refused(applyFrom(id, Map.of("name", "另一个人")), 400)).contains("青年人才库");
        var made = applyFrom(id, Map.of());
        assertThat(made.status()).as("%s", made.json()).isEqualTo(201);
        assertThat(made.json().at("/details/mobile").asString()).isEqualTo("*******5678");
        assertThat(made.json().at("/details/education").asString()).isEqualTo("61");
        assertThat(made.json().get("person").asString()).isEqualTo(id);
        assertThat(talent(id).get("admission")).isEqualTo(made.json().get("id"));
        assertThat(acts(id)).containsExactly("admission.talent-apply", "admission.talent");
        assertThat(refused(applyFrom(id, Map.of()), 400)).contains("已经申请入党");
        var outside = applyFrom(list(Map.of("name", "直接的")), Map.of("kind", "entered"));
        assertThat(refused(outside, 400)).contains("talent");
    }

    /** Once they have an account, the copy of their data has what was kept of them here. */
    @Test
    void whoeverAppliedFindsTheListInTheirOwnData() {
        var id = list(Map.of());
        assertThat(applyFrom(id, Map.of()).status()).isEqualTo(201);
        var whose = new PersonalData.Whose(UUID.randomUUID(), UUID.fromString(id));
        var kept =
                scopes.system("test", _ -> data.of(whose)).stream()
                        .filter(one -> one.table().equals("admission.talent"))
                        .toList();
        assertThat(kept).singleElement().satisfies(one -> assertThat(one.rows()).hasSize(1));
        assertThat(kept.toString()).contains("10012345678", "回乡办果园").doesNotContain("entered_name");
    }

    @Test
    void howFarSomebodyHasComeFollowsFromTheirCase() {
        var id = list(Map.of());
        var applied = today().minusDays(400);
        var admission = applyFrom(id, Map.of()).json().get("id").asString();
        assertThat(state(id)).isEqualTo("applied");
        activist(admission, applied);
        assertThat(state(id)).isEqualTo("activist");
        var ended = Map.of("cause", "withdrew", "words", "外出务工");
        took(secretary, admission, "end", today(), ended);
        assertThat(state(id)).isEqualTo("listed");
        assertThat(applyFrom(id, Map.of()).status()).isEqualTo(201);
        assertThat(state(id)).isEqualTo("applied");
    }

    @Test
    void everyStageOfACaseIsTold() {
        for (var stage : AdmissionListing.STAGES) {
            assertThat(TalentState.of(stage)).as(stage).isNotEqualTo(TalentState.LEFT);
        }
        assertThat(TalentState.of(null)).isEqualTo(TalentState.LISTED);
        assertThat(TalentState.of("cancelled")).isEqualTo(TalentState.LISTED);
        assertThat(TalentState.of("decided")).isEqualTo(TalentState.PROBATIONER);
    }

    /** Whether the application was opened from the list or not, the list follows. */
    @Test
    void theListFollowsAnApplicationThatWasEnteredBesideIt() {
        var id = list(Map.of());
        apply(today().minusDays(20));
        assertThat(state(id)).isEqualTo("applied");
        var made = secretary.post("/api/admissions", wish(today(), Map.of("name", "先申请的")));
        assertThat(made.status()).isEqualTo(201);
        assertThat(state(list(Map.of("name", "先申请的")))).isEqualTo("applied");
    }

    /** So does one that comes in by a roster; a second one of the name changes nothing. */
    @Test
    void theListFollowsARosterToo() {
        var id = list(Map.of());
        var born = LocalDate.of(1998, 5, 4);
        var days = Map.<String, Object>of("appliedOn", today().minusDays(90));
        var number = Village.number(born, 997);
        var past = new PastAdmission(branch, null, "周小满", "1", born, number, days, null);
        scopes.system("test", scope -> past(scope, past));
        assertThat(state(id)).isEqualTo("applied");
        var secondOfTheName = Map.of("citizenNumber", Village.number(born, 995));
        assertThat(secretary.post("/api/admissions", wish(today(), secondOfTheName)).status())
                .isEqualTo(201);
        assertThat(acts(id)).containsExactly("admission.talent-apply", "admission.talent");
    }

    private List<UUID> past(Scope scope, PastAdmission past) {
        return admissions.enter(scope, List.of(past));
    }

    /** A case that went on in another township counts where the person was accompanied. */
    @Test
    void whoMovesOnWithTheirCaseIsStillCounted() {
        var id = list(Map.of());
        var made = applyFrom(id, Map.of()).json().get("id").asString();
        activist(made, today().minusDays(400));
        var far = village.organization(county.townships().getLast().top(), "远山村党支部", "branch");
        secretary.post(
                "/api/admissions/" + made + "/handover",
                Map.of("target", far, "on", today().toString()));
        var there = caller(Role.SECRETARY, far);
        var received =
                there.post(
                        "/api/admissions/" + made + "/receive",
                        Map.of("examined", true, "on", today().toString()));
        assertThat(received.status()).as("%s", received.json()).isEqualTo(200);
        assertThat(state(id)).isEqualTo("activist");
        assertThat(talent(id).get("admission").isNull()).isTrue();
        assertThat(township.get(AT + "/numbers").json().get("activists").asInt()).isOne();
    }
}
