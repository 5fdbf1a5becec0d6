package org.sunmao.admission.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sunmao.access.Role;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;

import java.util.Map;

/** How many are to be admitted in a year comes from above, and is told beside what was done. */
@HouseTest
@Proves("R-DEV-55")
class AdmissionPlanTests extends AdmissionHouse {

    @Test
    void theLevelAboveSetsThePlanAndTheBranchReadsItBesideWhatItAccepted() {
        var applied = today().minusDays(1000);
        accepted(apply(applied), applied);
        var year = applied.plusDays(450).getYear();
        var at = "/api/organizations/" + branch + "/admission-plan";
        var set = township.put(at, Map.of("year", year, "places", 2));
        assertThat(set.status()).as("%s", set.json()).isEqualTo(200);
        township.put(at, Map.of("year", year, "places", 3));

        var plan =
                secretary
                        .get("/api/admission-plans?organization=" + branch + "&year=" + year)
                        .json();
        assertThat(plan).hasSize(1);
        assertThat(plan.get(0).get("places").asInt()).isEqualTo(3);
        assertThat(plan.get(0).get("accepted").asInt()).isEqualTo(1);
        assertThat(plan.get(0).get("name").asString()).isEqualTo("榆树村党支部");
    }

    @Test
    void nobodySetsTheirOwnPlanOrOneElsewhere() {
        var year = today().getYear();
        var own = county.townships().getFirst().top();
        var wish = Map.of("year", year, "places", 5);
        assertThat(
                        refused(
                                township.put("/api/organizations/" + own + "/admission-plan", wish),
                                422))
                .contains("R-DEV-55");
        var elsewhere = caller(Role.TOWNSHIP_OFFICER, county.townships().getLast().top());
        var at = "/api/organizations/" + branch + "/admission-plan";
        assertThat(elsewhere.put(at, wish).status()).isEqualTo(404);
        assertThat(refused(township.put(at, Map.of("year", 5, "places", 1)), 400)).contains("year");
    }
}
