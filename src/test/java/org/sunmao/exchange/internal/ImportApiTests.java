package org.sunmao.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sunmao.exchange.internal.RosterTexts.commit;
import static org.sunmao.exchange.internal.RosterTexts.count;
import static org.sunmao.exchange.internal.RosterTexts.csv;
import static org.sunmao.exchange.internal.RosterTexts.id;
import static org.sunmao.exchange.internal.RosterTexts.preview;
import static org.sunmao.exchange.internal.RosterTexts.someone;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A roster goes in row by row: what is wrong is said, what is right is written, all can go back.
 */
@HouseTest
class ImportApiTests {

    private static final String BRANCH = "中共东村党支部";
    private static final LocalDate BORN = LocalDate.of(1981, 3, 5);

    @LocalServerPort int port;
    @Autowired Village village;
    private County county;
    private Caller officer;

    @BeforeEach
    void aCountyWithItsOfficer() {
        county = village.county();
        officer = caller(Role.COUNTY_OFFICER);
    }

    private Caller caller(Role role) {
        return new Caller(port).signIn(village.account(role, county.top(), null), Village.PASSWORD);
    }

    private int members() {
        return officer.get("/api/members/count?organization=" + county.top())
                .json()
                .get("count")
                .asInt();
    }

    private static int sequence() {
        return SEQUENCE.incrementAndGet();
    }

    private static final AtomicInteger SEQUENCE = new AtomicInteger();

    private static List<String> fresh(String name) {
        var n = sequence();
        return someone(name, BORN.plusDays(n / 900), n % 900, BRANCH);
    }

    @Test
    void rowsThatMayStandAreWrittenAndFaultyOnesStayOut() {
        var good = fresh("赵一");
        var wrong = fresh("钱二");
        wrong.set(1, wrong.get(1).substring(0, 17) + (wrong.get(1).endsWith("0") ? "1" : "0"));
        var elsewhere = fresh("孙三");
        elsewhere.set(7, "中共东春党支部");

        var one = preview(officer, "member", "名册.csv", csv(List.of(good, wrong, elsewhere)));

        assertThat(one.get("state").asString()).isEqualTo("previewed");
        assertThat(count(one, "rows")).isEqualTo(3);
        assertThat(count(one, "valid")).isEqualTo(1);
        assertThat(count(one, "failed")).isEqualTo(2);
        assertThat(RosterTexts.codes(officer, one, 3)).containsExactly("citizen-number-check");
        assertThat(RosterTexts.codes(officer, one, 4)).containsExactly("unknown-organization");
        assertThat(members()).isEqualTo(8);

        var done = commit(officer, one);

        assertThat(done.get("state").asString()).isEqualTo("committed");
        assertThat(count(done, "written")).isEqualTo(1);
        assertThat(members()).isEqualTo(9);

        var back = RosterTexts.act(officer, one, "undo", Map.of());

        assertThat(back.get("state").asString()).isEqualTo("undone");
        assertThat(members()).isEqualTo(8);
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        var file = csv(List.of(fresh("周四"), fresh("吴五")));
        commit(officer, preview(officer, "member", "名册.csv", file));

        var again = preview(officer, "member", "名册.csv", file);

        assertThat(count(again, "same")).isEqualTo(2);
        assertThat(count(again, "warnings")).isZero();
        assertThat(count(commit(officer, again), "written")).isZero();
        assertThat(members()).isEqualTo(10);
    }

    @Test
    void aRowMendedOnTheScreenIsJudgedAnew() {
        var row = fresh("郑六");
        row.set(8, "2023-02-29");
        var one = preview(officer, "member", "名册.csv", csv(List.of(row)));
        assertThat(RosterTexts.codes(officer, one, 2)).containsExactly("no-such-day");

        var mended =
                officer.send(
                        officer.json("/api/imports/" + id(one) + "/rows/2")
                                .method(
                                        "PATCH",
                                        BodyPublishers.ofString(
                                                "{\"cells\":{\"8\":\"2001-03-05\"}}")));

        assertThat(mended.json().get("state").asString()).isEqualTo("made");
        assertThat(mended.json().get("problems").isEmpty()).isTrue();
        assertThat(count(commit(officer, one), "written")).isEqualTo(1);
    }
}
