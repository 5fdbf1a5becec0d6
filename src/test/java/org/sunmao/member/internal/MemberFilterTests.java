package org.sunmao.member.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;
import org.sunmao.member.Classification;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Finding members by what they are, and by number. */
@HouseTest
class MemberFilterTests {

    @LocalServerPort int port;
    @Autowired Village village;

    private County county = new County(UUID.randomUUID(), List.of());
    private UUID branch = UUID.randomUUID();
    private Caller officer = new Caller(0);

    @BeforeEach
    void signIn() {
        county = village.county();
        branch = county.townships().getFirst().branches().getFirst().id();
        officer = caller(Role.COUNTY_OFFICER, county.top());
    }

    @Test
    void eachFilterHoldsAndTheCountAgrees() {
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        var young =
                village.enter(
                        Village.someone(
                                branch, "小王", today.minusYears(20), today.minusMonths(6), null));
        assertThat(ids("status=probationary")).containsExactly(young);
        assertThat(ids("ageTo=20")).containsExactly(young);
        assertThat(ids("ageFrom=20&ageTo=20")).containsExactly(young);
        assertThat(ids("ageFrom=21")).hasSize(8).doesNotContain(young);
        assertThat(ids("joinedFrom=" + today.minusMonths(6))).containsExactly(young);
        assertThat(ids("joinedTo=" + today.minusMonths(6).minusDays(1))).hasSize(8);
        assertThat(ids("anniversary=" + today.minusMonths(6).getMonthValue())).contains(young);
        assertThat(ids("sex=2")).isEmpty();
        assertThat(ids("education=60")).hasSize(9);
        assertThat(ids("education=61")).hasSize(9);
        assertThat(ids("education=20")).isEmpty();
        assertThat(ids("floating=true")).isEmpty();
        assertThat(ids("class=none&status=probationary")).containsExactly(young);
        assertThat(ids("class=frail")).isEmpty();
        officer.patch("/api/members/" + young, 0, Map.of("floating", true));
        assertThat(ids("floating=true")).containsExactly(young);
    }

    @Test
    void filtersThatMeanNothingAreRefusedInWords() {
        for (var filter :
                List.of(
                        "status=dead",
                        "sex=x",
                        "ageFrom=-1",
                        "ageTo=1000",
                        "education=abc",
                        "class=best",
                        "floating=perhaps",
                        "joinedFrom=2020-02-30",
                        "joinedFrom=%2B9999999-01-01",
                        "joinedTo=-9999-01-01",
                        "anniversary=13")) {
            var answer = officer.get("/api/members?" + filter);
            assertThat(answer.status()).as(filter).isEqualTo(400);
            assertThat(answer.json().get("errors").get(0).get("detail").asString())
                    .as(filter)
                    .containsPattern("\\p{IsHan}");
        }
    }

    @Test
    void wholeNumbersAndTheLastFourOfAMobileFindTheirPerson() {
        var someone = Village.someone(branch, "赵六");
        var member = village.enter(someone);
        officer.patch("/api/members/" + member, 0, Map.of("mobile", "10099998877"));

        var number = someone.citizenNumber();
        for (var typed : List.of(number, number.toLowerCase(Locale.ROOT), "10099998877")) {
            assertThat(found(officer, typed)).as(typed).containsExactly(member);
        }
        assertThat(ids("q=8877")).containsExactly(member);
        assertThat(ids("q=877")).isEmpty();
        for (var whole : List.of(number, number.substring(0, 17), "10099998877")) {
            assertThat(officer.get("/api/members?q=" + whole).status()).as(whole).isEqualTo(400);
        }
        var neighbour = caller(Role.TOWNSHIP_OFFICER, county.townships().getLast().top());
        assertThat(found(neighbour, number)).isEmpty();
        assertThat(neighbour.get("/api/members?q=8877").ids()).isEmpty();
    }

    @Test
    void theBreakdownAddsUpAlongTheTreeAndTakesTheFilters() {
        var whole = officer.get("/api/members/breakdown").json();
        assertThat(whole.get("own").asInt()).isZero();
        assertThat(whole.get("items").valueStream().map(i -> i.get("members").asInt()))
                .containsExactly(4, 4);
        var township = county.townships().getFirst().top();
        var part = officer.get("/api/members/breakdown?organization={}&q=zs", township).json();
        assertThat(part.get("items").valueStream().map(i -> i.get("full").asInt()))
                .containsExactly(1, 1);
        var leaf = officer.get("/api/members/breakdown?organization={}", branch).json();
        assertThat(leaf.get("own").asInt()).isEqualTo(2);
        assertThat(leaf.get("items").isEmpty()).isTrue();
        var neighbour = caller(Role.TOWNSHIP_OFFICER, county.townships().getLast().top());
        assertThat(neighbour.get("/api/members/breakdown?organization={}", township).status())
                .isEqualTo(404);
    }

    @Test
    void classesAreProposedByTheFirstFactThatFits() {
        assertThat(proposed(70, true, "1", false)).isEqualTo("away track");
        assertThat(proposed(60, false, "021", true)).isEqualTo("frail care");
        assertThat(proposed(59, false, "021", true)).isEqualTo("industry encourage");
        assertThat(proposed(59, false, "0164", false)).isEqualTo("industry encourage");
        assertThat(proposed(30, false, "011", true)).isEqualTo("home pledge");
        assertThat(proposed(30, false, null, false)).isEqualTo("home post");
    }

    private static String proposed(
            int age, boolean floating, @Nullable String post, boolean office) {
        var facts = new Classification.Facts(age, floating, post, office);
        var proposed = Classification.propose(facts, 60);
        return proposed.kind().code() + " " + proposed.way().code();
    }

    private static List<UUID> found(Caller who, String number) {
        return who.post("/api/members/search", Map.of("number", number)).ids();
    }

    private List<UUID> ids(String query) {
        var ids = officer.get("/api/members?" + query).ids();
        var count = officer.get("/api/members/count?" + query).json().get("count").asInt();
        assertThat(count).as(query).isEqualTo(ids.size());
        return ids;
    }

    private Caller caller(Role role, UUID organization) {
        var username = village.account(role, organization, null);
        return new Caller(port).signIn(username, Village.PASSWORD);
    }
}
