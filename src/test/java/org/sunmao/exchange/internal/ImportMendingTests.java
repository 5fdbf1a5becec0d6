package org.sunmao.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sunmao.exchange.internal.RosterTexts.commit;
import static org.sunmao.exchange.internal.RosterTexts.count;
import static org.sunmao.exchange.internal.RosterTexts.csv;
import static org.sunmao.exchange.internal.RosterTexts.id;
import static org.sunmao.exchange.internal.RosterTexts.preview;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a preview finds is mended where it was found: cells, questions, warnings, headings, words.
 */
@HouseTest
class ImportMendingTests {

    @LocalServerPort int port;
    @Autowired Village village;
    private Caller officer;

    @BeforeEach
    void aCountyWithItsOfficer() {
        var username = village.account(Role.COUNTY_OFFICER, village.county().top(), null);
        officer = new Caller(port).signIn(username, Village.PASSWORD).stepUp();
    }

    @Test
    void aRowMendedOnTheScreenIsJudgedAnew() {
        var row = RosterTexts.fresh("郑六");
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

    @Test
    void anotherHeadingAndAnotherWordAreAskedForOnceAndRemembered() {
        var headings = new ArrayList<>(RosterTexts.HEADINGS);
        headings.set(0, "党员名字");
        var row = RosterTexts.fresh("冯七");
        row.set(5, "初中学历");
        var file = csv(headings, List.of(row));
        var one = preview(officer, "member", "名册.csv", file);
        assertThat(one.at("/headings/0/field").isNull()).isTrue();
        assertThat(one.at("/lacking/0/field").asString()).isEqualTo("name");
        assertThat(one.at("/unmapped/0/text").asString()).isEqualTo("初中学历");

        var said =
                Map.of(
                        "headings", List.of(Map.of("column", 0, "field", "name")),
                        "values",
                                List.of(
                                        Map.of(
                                                "field", "education",
                                                "text", "初中学历",
                                                "code", "71")));
        var mapped = RosterTexts.act(officer, one, "mapping", said);

        assertThat(count(mapped, "valid")).isEqualTo(1);
        var again = preview(officer, "member", "再来一份.csv", file);
        assertThat(count(again, "valid")).isEqualTo(1);
        assertThat(again.at("/headings/0/remembered").asBoolean()).isTrue();
    }

    @Test
    void whoHasNoNumberIsAskedForAndNeverGuessed() {
        var row = RosterTexts.fresh("陈八");
        commit(officer, preview(officer, "member", "名册.csv", csv(List.of(row))));
        var unnumbered = new ArrayList<>(row);
        unnumbered.set(1, "");
        unnumbered.set(5, "61");
        var one = preview(officer, "member", "名册.csv", csv(List.of(unnumbered)));
        assertThat(count(one, "questions")).isEqualTo(1);
        assertThat(count(one, "valid")).isZero();

        var asked = mend(one, 2, Map.of("answer", "same"));

        assertThat(asked.get("state").asString()).isEqualTo("changed");
        assertThat(count(commit(officer, one), "written")).isEqualTo(1);
        assertThat(count(RosterTexts.act(officer, one, "undo", Map.of()), "undone")).isEqualTo(1);
        var other = preview(officer, "member", "名册.csv", csv(List.of(unnumbered)));
        assertThat(mend(other, 2, Map.of("answer", "other")).get("state").asString())
                .isEqualTo("failed");
    }

    private JsonNode mend(JsonNode one, int row, Map<String, ?> body) {
        var text = new JsonMapper().writeValueAsString(body);
        return officer.send(
                        officer.json("/api/imports/" + id(one) + "/rows/" + row)
                                .method("PATCH", BodyPublishers.ofString(text)))
                .json();
    }

    @Test
    void aWarningHoldsARowBackOnlyIfSoAskedAndOneConfirmationSettlesIt() {
        var row = RosterTexts.fresh("褚九");
        row.set(4, "1981-04-06");
        var one = preview(officer, "member", "名册.csv", csv(List.of(row)));
        assertThat(count(one, "warnings")).isEqualTo(1);
        assertThat(RosterTexts.codes(officer, one, 2)).containsExactly("birth-differs-from-number");

        var left = RosterTexts.act(officer, one, "commit", Map.of("warnings", "leave"));
        assertThat(count(left, "written")).isZero();

        var two = preview(officer, "member", "名册.csv", csv(List.of(row)));
        var kind = Map.of("code", "birth-differs-from-number", "field", "bornOn");
        RosterTexts.act(officer, two, "settle", kind);
        var done = RosterTexts.act(officer, two, "commit", Map.of("warnings", "leave"));
        assertThat(count(done, "written")).isEqualTo(1);

        var three = preview(officer, "member", "名册.csv", csv(List.of(row)));
        assertThat(count(three, "warnings")).as("what stands is not asked again").isZero();
    }

    @Test
    void aHeadingTooLongToBeRememberedHoldsForItsFileAlone() {
        var headings = new ArrayList<>(RosterTexts.HEADINGS);
        headings.set(0, "党员的名字".repeat(50));
        var file = csv(headings, List.of(RosterTexts.fresh("孔二十")));
        var one = preview(officer, "member", "名册.csv", file);
        var said = Map.of("headings", List.of(Map.of("column", 0, "field", "name")));

        assertThat(count(RosterTexts.act(officer, one, "mapping", said), "valid")).isEqualTo(1);
        assertThat(preview(officer, "member", "再来.csv", file).at("/headings/0/field").isNull())
                .isTrue();
    }
}
