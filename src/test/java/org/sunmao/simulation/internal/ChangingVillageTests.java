package org.sunmao.simulation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.Caller.Answer;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;
import org.sunmao.house.Village.Branch;
import org.sunmao.house.Village.County;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A small county whose branches are ended, founded and moved while the year goes on, whose members
 * change places and whose figures change: what follows piece by piece is what is derived.
 */
@HouseTest
class ChangingVillageTests extends PlayedHouse {

    private static final int MIDDLE = 15;

    /** After how many days each is red. */
    private static final String RED =
            """
            select distinct red_from - due from duty.duty
            where organization = any(:ids) and name = 'theme-day'
            """;

    private final Set<UUID> ever = new LinkedHashSet<>();
    private County county = new County(UUID.randomUUID(), List.of());
    private Caller officer = new Caller(0);
    private UUID east = UUID.randomUUID();
    private UUID west = UUID.randomUUID();
    private List<Branch> branches = List.of();

    @BeforeEach
    void aCountyThatIsLed() {
        county = village.county();
        east = county.townships().getFirst().top();
        west = county.townships().getLast().top();
        officer = caller();
        var led = new ArrayList<Branch>();
        for (var township : county.townships()) {
            for (var branch : township.branches()) {
                var more = village.members(branch.id(), List.of("王五", "赵六", "钱七", "孙八"));
                var members = new ArrayList<>(branch.members());
                members.addAll(more);
                lead(branch.id(), members, LocalDate.now(clock).minusYears(2));
                led.add(new Branch(branch.id(), members));
            }
        }
        branches = led;
    }

    @Test
    void whatEndsBeginsMovesAndIsDecidedInTheMiddleOfAYearLeavesNothingBehind() {
        beginning.on(span().first());
        var months = span().months();
        for (var at = 0; at < months.size(); at++) {
            var month = months.get(at);
            happens(at, month.atDay(MIDDLE));
            var year = year(PLAN, county.top());
            ever.addAll(year.units());
            enter(PLAN, year, month);
            followed(month, ever);
        }
        assertThat(ever).as("one more than there were").hasSize(8);
        assertThat(asked(RED, Integer.class, ever.toArray(UUID[]::new)))
                .as("what is due from now on is red earlier")
                .hasSize(2);
    }

    private void happens(int at, LocalDate day) {
        switch (at) {
            case 3 -> change(day, List.of(revoke(branches.get(1).id(), branches.getFirst().id())));
            case 5 -> found(day);
            case 7 -> change(day, List.of(move(branches.getLast().id(), east)));
            case 8 -> moves(branches.get(2).members().getLast(), branches.getFirst().id(), day);
            case 9 -> decide("R-WR-01", "red", "12");
            case 10 -> change(day, List.of(move(branches.getFirst().id(), west)));
            default -> {
                return;
            }
        }
        followed(YearMonth.from(day), ever);
    }

    /** Three members of a branch found one of their own. */
    private void found(LocalDate day) {
        var from = branches.getLast();
        var members = from.members().subList(3, 6);
        change(
                day,
                List.of(
                        Map.of(
                                "kind", "establish",
                                "ref", "new-1",
                                "parent", west,
                                "name", "中共新村党支部",
                                "organizationKind", "branch",
                                "field", "village"),
                        Map.of(
                                "kind",
                                "split",
                                "organization",
                                from.id(),
                                "parts",
                                List.of(Map.of("into", "new-1", "members", members)),
                                "rest",
                                "stay")));
        var found = officer.get("/api/organizations?q={}", "新村").ids().getFirst();
        lead(found, members, day);
    }

    private static Map<String, Object> revoke(UUID organization, UUID target) {
        return Map.of("kind", "revoke", "organization", organization, "target", target);
    }

    private static Map<String, Object> move(UUID organization, UUID parent) {
        return Map.of("kind", "move", "organization", organization, "parent", parent);
    }

    private void change(LocalDate day, List<Map<String, Object>> steps) {
        var order = Map.of("effectiveOn", day.toString(), "reason", "调整", "steps", steps);
        var draft =
                officer.post(
                        "/api/organizations/" + county.top() + "/changes",
                        order,
                        UUID.randomUUID());
        var at = "/api/changes/" + ok(draft, 201).json().get("id").asString();
        var decision =
                Map.of(
                        "decidedOn",
                        day.toString(),
                        "number",
                        "1",
                        "meeting",
                        "党委会",
                        "fingerprint",
                        print(at));
        ok(officer.post(at + "/steps/decide", 0, decision), 200);
        ok(officer.post(at + "/steps/apply", 1, Map.of("fingerprint", print(at))), 200);
    }

    private String print(String at) {
        return officer.get(at + "/preview").json().get("fingerprint").asString();
    }

    /** A member is held by another branch from a day on. */
    private void moves(UUID member, UUID organization, LocalDate day) {
        var path = "/api/members/" + member;
        var version = officer.get(path).json().get("version").asInt();
        var sent = Map.of("effectiveOn", day.toString(), "organization", organization.toString());
        ok(officer.patch(path, version, sent), 200);
    }

    /** One asks for another figure from today on, another approves of it. */
    private void decide(String rule, String name, String value) {
        var wish =
                Map.of(
                        "organization",
                        county.top().toString(),
                        "name",
                        name,
                        "value",
                        value,
                        "reason",
                        "县委文件规定");
        var asked = ok(officer.post("/api/rules/" + rule + "/figures", wish), 201);
        var id = asked.json().get("id").asString();
        ok(caller().post("/api/figures/" + id + "/approve", Map.of()), 200);
    }

    private static Answer ok(Answer answer, int status) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        return answer;
    }

    private Caller caller() {
        var username = village.account(Role.COUNTY_OFFICER, county.top(), null);
        return new Caller(port).signIn(username, Village.PASSWORD).stepUp();
    }
}
