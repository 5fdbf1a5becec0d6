package org.sunmao.meeting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sunmao.access.Role;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;
import org.sunmao.house.Village;

import java.time.LocalDate;
import java.util.Map;

/** Before it meets, a branch is told who votes and how many are needed. */
@HouseTest
class VotersTests extends MeetingHouse {

    @Test
    @Proves({"R-DEV-28", "R-DEV-29", "R-DEV-31"})
    void whoVotesAndHowManyAreNeededFollowsFromTheRegister() {
        var joined = today().minusMonths(3);
        village.enter(Village.someone(branch, "周新", LocalDate.of(1990, 1, 1), joined, null));
        var seen = secretary.get(path(branch.toString())).json();
        assertThat(seen.get("on").asString()).isEqualTo(today().toString());
        assertThat(seen.get("due")).hasSize(5);
        assertThat(seen.get("entitled").asInt()).isEqualTo(4);
        assertThat(seen.get("leastPresent").asInt()).isEqualTo(3);
        assertThat(seen.get("least").asInt()).isEqualTo(3);
        assertThat(seen.get("says").asString()).contains("应到会有表决权的正式党员 4 名，至少到会 3 名");
        assertThat(seen.get("due").toString()).contains("周新", "预备党员没有表决权");
        assertThat(seen.get("classes")).as("five by law, and a sanction").hasSize(6);
        assertThat(seen.get("rules").toString()).contains("R-DEV-28", "R-DEV-29", "R-DEV-31");

        var earlier = secretary.get(path(branch + "?on=" + joined.minusDays(1))).json();
        assertThat(earlier.get("entitled").asInt()).isEqualTo(4);
        var ahead = secretary.get(path(branch + "?on=" + today().plusDays(9))).json();
        assertThat(ahead.get("due")).hasSize(5);
    }

    @Test
    void membersMeetingsOfTheDayTakeOneMoreVoteUntilTheyAreSigned() {
        var id = add(Map.of("place", "村部"));
        var seen = secretary.get(path(branch.toString())).json();
        assertThat(seen.get("meetings").get(0).get("id").asString()).isEqualTo(id);
        assertThat(seen.get("place").asString()).isEqualTo("村部");
        assertThat(seen.get("recorder").get("member").asString())
                .isEqualTo(members.get(1).toString());
        sign(id);
        assertThat(secretary.get(path(branch.toString())).json().get("meetings")).isEmpty();
    }

    @Test
    void nobodyIsToldOfABranchOutsideTheirScope() {
        var other = county.townships().getLast().branches().getFirst().id();
        assertThat(secretary.get(path(other.toString())).status()).isEqualTo(404);
        assertThat(officer.get(path(other.toString())).status()).isEqualTo(404);
        assertThat(officer.get(path(branch.toString())).status()).isEqualTo(200);
        var above = caller(Role.COUNTY_OFFICER, county.top());
        assertThat(above.get(path(other.toString())).status()).isEqualTo(200);
        var none = above.get(path(county.top().toString())).json();
        assertThat(none.get("says").asString()).contains("不能表决");
    }

    private static String path(String branch) {
        var at = branch.indexOf('?');
        return at < 0
                ? "/api/organizations/" + branch + "/voters"
                : "/api/organizations/"
                        + branch.substring(0, at)
                        + "/voters"
                        + branch.substring(at);
    }
}
