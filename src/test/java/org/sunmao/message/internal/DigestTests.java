package org.sunmao.message.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;

import tools.jackson.databind.JsonNode;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** The digests that the rounds make, as their owners read them. */
@HouseTest
@Proves("R-MS-04")
class DigestTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Far enough off that the rounds of the house itself find nothing yet. */
    private static final LocalDate DAY = LocalDate.now(ZONE).plusYears(1).withDayOfYear(40);

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired JdbcClient jdbc;
    @Autowired DigestRound round;
    @Autowired DigestStore store;

    private Chores chores;
    private County county;
    private UUID branch;
    private Caller secretary;

    @BeforeEach
    void aBranchWithItsSecretary() {
        chores = new Chores(scopes, jdbc);
        county = village.county();
        branch = county.townships().getFirst().branches().getFirst().id();
        secretary = caller(Role.SECRETARY, branch);
        chores.clear(county);
    }

    private void goRound(LocalDate day, int hour) {
        round.go(Clock.fixed(day.atTime(hour, 30).atZone(ZONE).toInstant(), ZONE));
    }

    private Caller caller(Role role, UUID over) {
        return new Caller(port).signIn(village.account(role, over, null), Village.PASSWORD);
    }

    private static List<JsonNode> digests(Caller whose) {
        return whose.get("/api/digests").json().get("items").valueStream().toList();
    }

    private static List<String> kinds(JsonNode digest) {
        return digest.get("lines").valueStream().map(one -> one.get("kind").asString()).toList();
    }

    @Test
    void aSecretaryIsToldOncePerDayAndNothingTwice() {
        var duty = chores.add(branch, "term-ends", DAY);
        goRound(DAY, 8);
        chores.add(branch, "leader-missing", DAY);
        goRound(DAY, 9);
        goRound(DAY.plusDays(1), 8);
        goRound(DAY.plusDays(2), 8);

        var digests = digests(secretary);
        assertThat(digests).hasSize(2);
        assertThat(digests.getFirst().get("day").asString()).isEqualTo(DAY.plusDays(1).toString());
        assertThat(kinds(digests.getFirst())).containsExactly("opened");
        var line = digests.getLast().get("lines").get(0);
        assertThat(line.get("duty").get("id").asString()).isEqualTo(duty.toString());
        assertThat(line.get("duty").get("organization").get("name").asString())
                .isEqualTo("中共东村党支部");
    }

    @Proves({"R-MS-04", "R-EL-02"})
    @Test
    void theEndOfATermIsRemindedOfOneMonthBefore() {
        chores.add(branch, "term-ends", DAY);
        goRound(DAY, 8);
        goRound(DAY.plusDays(40).minusMonths(1).minusDays(1), 8);
        assertThat(digests(secretary)).hasSize(1);

        goRound(DAY.plusDays(40).minusMonths(1), 8);
        assertThat(kinds(digests(secretary).getFirst())).containsExactly("reminder");
    }

    @Test
    void theNightIsQuietAndTheMorningTellsWhatCameUp() {
        chores.add(branch, "leader-missing", DAY);
        goRound(DAY, 7);
        goRound(DAY, 20);
        assertThat(digests(secretary)).isEmpty();

        goRound(DAY.plusDays(1), 8);
        assertThat(digests(secretary)).hasSize(1);
    }

    @Test
    void afterAStandstillEverythingIsToldAtOnceByItsGravest() {
        chores.add(branch, "leader-missing", DAY);
        var met = chores.add(branch, "secretary-vacant", DAY);
        chores.meet(met, DAY.plusDays(1));
        goRound(DAY.plusDays(60), 11);

        assertThat(digests(secretary)).hasSize(1);
        assertThat(kinds(digests(secretary).getFirst())).containsExactly("red");
    }

    @Test
    void whoeverHasNothingToDoOrOnlyLooksOnIsToldNothing() {
        var sibling = county.townships().getFirst().branches().getLast().id();
        var idle = caller(Role.SECRETARY, sibling);
        var onlooker = caller(Role.SUPERVISOR, branch);
        chores.clear(county);
        chores.add(branch, "leader-missing", DAY);
        goRound(DAY, 8);

        assertThat(digests(idle)).isEmpty();
        assertThat(digests(onlooker)).isEmpty();
        assertThat(idle.get("/api/digests/latest").json().get("unseen").asInt()).isZero();
    }

    @Test
    void processesThatGoRoundAtOnceMakeOne() throws Exception {
        chores.add(branch, "leader-missing", DAY);
        try (var processes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done :
                    processes.invokeAll(
                            IntStream.range(0, 4)
                                    .<java.util.concurrent.Callable<Boolean>>mapToObj(
                                            _ ->
                                                    () -> {
                                                        goRound(DAY, 8);
                                                        return true;
                                                    })
                                    .toList())) {
                done.get();
            }
        }
        assertThat(digests(secretary)).hasSize(1);
        assertThat(kinds(digests(secretary).getFirst())).hasSize(1);
    }

    @Test
    void whoeverDecidesIsToldWhatWaitsBelowAndNotOfTheirOwn() {
        var township = county.townships().getFirst().top();
        var officer = caller(Role.TOWNSHIP_OFFICER, township);
        var neighbour = caller(Role.TOWNSHIP_OFFICER, county.townships().getLast().top());
        chores.clear(county);
        var contested = chores.add(branch, "leader-missing", DAY.minusDays(30));
        chores.contest(contested, DAY);
        chores.explain(chores.add(township, "leader-missing", DAY.minusDays(30)), DAY);
        goRound(DAY, 8);
        chores.decide(contested, DAY.plusDays(1));
        goRound(DAY.plusDays(1), 8);

        assertThat(kinds(digests(officer).getFirst())).containsExactly("decision", "opened");
        assertThat(digests(officer)).hasSize(1);
        assertThat(digests(neighbour)).isEmpty();
        assertThat(digests(secretary)).hasSize(1); // neutral at first, and told after the decision
    }

    @Test
    void onlyTheirOwnerReadsAndMarksThem() {
        var owner = secretary;
        var above = caller(Role.COUNTY_OFFICER, county.top());
        chores.clear(county);
        chores.add(branch, "leader-missing", DAY);
        goRound(DAY, 8);
        var latest = owner.get("/api/digests/latest").json();
        var seen = "/api/digests/" + latest.get("digest").get("id").asString() + "/seen";

        assertThat(latest.get("unseen").asInt()).isEqualTo(1);
        assertThat(above.get("/api/digests").ids()).isEmpty();
        assertThat(above.post(seen, Map.of()).status()).isEqualTo(404);
        assertThat(owner.get("/api/digests/latest").json().get("unseen").asInt()).isEqualTo(1);
        assertThat(owner.post(seen, Map.of()).status()).isEqualTo(204);
        assertThat(owner.get("/api/digests/latest").json().get("unseen").asInt()).isZero();
    }

    @Proves("PRV-06")
    @Test
    void whatIsOldIsLetGoAndWhatWasToldOfADutyEndsWithIt() {
        var duty = chores.add(branch, "leader-missing", DAY);
        goRound(DAY, 8);
        var later = DAY.plusDays(1);
        assertThat(told(duty)).isEqualTo(1);
        scopes.system("test", _ -> store.letGo(later) + store.forget(later));
        assertThat(digests(secretary)).isEmpty();
        assertThat(told(duty)).isEqualTo(1);

        chores.meet(duty, DAY);
        scopes.system("test", _ -> store.forget(later));
        assertThat(told(duty)).isZero();
    }

    private int told(UUID duty) {
        return jdbc.sql("select count(*) from message.told where duty = :duty")
                .param("duty", duty)
                .query(Integer.class)
                .single();
    }

    @Test
    void pagesFollowByTheDay() {
        chores.add(branch, "leader-missing", DAY);
        goRound(DAY, 8);
        chores.add(branch, "term-ends", DAY.plusDays(1));
        goRound(DAY.plusDays(1), 8);

        var owner = secretary;
        var first = owner.get("/api/digests?limit=1").json();
        var second = owner.get("/api/digests?limit=1&after={}", first.get("next").asString());
        assertThat(second.json().get("items").get(0).get("day").asString())
                .isEqualTo(DAY.toString());
        assertThat(second.json().get("next").isNull()).isTrue();
        assertThat(owner.get("/api/digests?after=x").status()).isEqualTo(400);
    }
}
