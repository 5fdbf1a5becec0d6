package org.sunmao.duty.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.LifeBeginning;
import org.sunmao.house.Proves;
import org.sunmao.house.Village;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Organization life that is recorded, late, taken back or not at all, and what became of it. */
@HouseTest
class LifeDutyTests {

    private static final int STEPS = Integer.getInteger("life.steps", 10);
    private static final long SEED = Long.getLong("life.seed", System.nanoTime());
    private static final List<String> TYPES =
            List.of("members", "lecture", "theme-day", "life-meeting");

    private static final String ROWS =
            """
            select concat_ws(' ', name, subject_kind, opens, due, yellow_from, red_from, ended_on,
              void_on, void_reason, state, light, next_on)
            from duty.duty where organization = any(:organizations) order by 1
            """;
    private static final String MISCOUNTED =
            """
            with counted as (
              select organization, name, state, light, count(*) as n from duty.duty
              where organization = any(:organizations) group by 1, 2, 3, 4)
            select c::text || s::text from counted c
            full join (select * from tally.standing where organization = any(:organizations)) s
              using (organization, name, state, light)
            where c.n is distinct from s.n
            """;
    private static final String MOVE =
            """
            update organization.place set parent = :parent,
              path = (select path from organization.place where id = :parent
                and valid_to = 'infinity') || split_part(rtrim(path, '/'), '/',
                  array_length(string_to_array(rtrim(path, '/'), '/'), 1)) || '/'
            where id = :id and valid_to = 'infinity'
            """;

    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired DutyDerivation derivation;
    @Autowired LifeBeginning beginning;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private Village.County county = new Village.County(new UUID(0, 0), List.of());
    private UUID branch = new UUID(0, 0);
    private Caller secretary = new Caller(0);
    private final List<String> held = new ArrayList<>();

    @BeforeEach
    void aBranchWhoseLifeIsRecordedSinceLastYear() {
        beginning.on(LocalDate.of(today().getYear() - 1, 1, 1));
        county = village.county();
        branch = county.townships().getFirst().branches().getFirst().id();
        var account = village.account(Role.SECRETARY, branch, null);
        secretary = new Caller(port).signIn(account, Village.PASSWORD);
        village.members(branch, List.of("李四", "王五"));
    }

    @AfterEach
    void nobodyElseIsHeldToIt() {
        beginning.never();
    }

    @Test
    @Proves({"R-LF-08", "R-WR-01"})
    void aMonthIsMetByWhatWasHeldInItWheneverThatIsRecordedAndUnmetWhenThatIsTakenBack() {
        var first = today().withDayOfMonth(1).minusMonths(2);
        var last = first.plusMonths(1).minusDays(1);
        record("theme-day", first.plusDays(9));
        awaitDuty("theme-day", first, "met none", first.plusDays(9));
        cancel(held.getFirst());
        await().untilAsserted(
                        () -> assertThat(duty("theme-day", first)).contains("late", "infinity"));
        assertThat(duty("theme-day", first))
                .contains(last.plusDays(1) + " " + last.plusDays(30) + " infinity");
    }

    @Test
    void oneMoreMeetingMakesGoodTheEarliestThatWasMissed() {
        var quarter = LocalDate.of(today().getYear() - 1, 1, 1);
        record("members", quarter.plusMonths(4));
        awaitDuty("members-meeting", quarter.plusMonths(3), "met none", quarter.plusMonths(4));
        assertThat(duty("members-meeting", quarter)).contains("late red");
        record("members", quarter.plusMonths(5));
        awaitDuty("members-meeting", quarter, "met none", quarter.plusMonths(5));
    }

    @Test
    void theYearOfTheBoardTellsEachMonthOfWhatComesRoundAgain() {
        var year = today().getYear() - 1;
        record("theme-day", LocalDate.of(year, 2, 28));
        awaitDuty("theme-day", LocalDate.of(year, 2, 1), "met none", LocalDate.of(year, 2, 28));
        var board = secretary.get("/api/board/year?year=" + year).json();
        assertThat(board.get("months")).hasSize(12);
        assertThat(board.get("years").get(0).asInt()).isEqualTo(year);
        var rows = new HashMap<String, String>();
        for (var row : board.get("rows").values()) {
            var told = new StringBuilder();
            row.get("cells")
                    .values()
                    .forEach(cell -> told.append(cell.get("state").asString().charAt(0)));
            rows.put(row.get("name").asString(), told.toString());
        }
        assertThat(rows)
                .containsEntry("theme-day", "lmllllllllll")
                .containsEntry("members-meeting", "nnlnnlnnlnnl")
                .containsEntry("life-meeting", "nnnnnnnnnnnl");
        assertThat(secretary.get("/api/board/year?year=999").status()).isEqualTo(400);
        var other = county.townships().getLast().top();
        assertThat(secretary.get("/api/board/year?organization=" + other).status()).isEqualTo(404);
    }

    @Test
    void incrementsAreWhatIsDerivedAnewAndCountersWhatIsCounted() {
        var random = new Random(SEED);
        for (var step = 0; step < STEPS; step++) {
            switch (random.nextInt(6)) {
                case 0 -> takeBack(random);
                case 1 -> move(random);
                default ->
                        record(
                                TYPES.get(random.nextInt(TYPES.size())),
                                today().minusDays(random.nextInt(400)));
            }
            await().untilAsserted(() -> assertThat(rows()).as("seed %s", SEED).isEqualTo(anew()));
            assertThat(system(MISCOUNTED)).isEmpty();
        }
    }

    private void takeBack(Random random) {
        if (!held.isEmpty()) {
            cancel(held.remove(random.nextInt(held.size())));
        }
    }

    private void move(Random random) {
        var to = county.townships().get(random.nextInt(county.townships().size())).top();
        var _ =
                scopes.system(
                        "test",
                        _ -> jdbc.sql(MOVE).param("id", branch).param("parent", to).update());
    }

    private void record(String type, LocalDate on) {
        var sent = new HashMap<String, Object>(Map.of("type", type, "on", on.toString()));
        sent.put("topic", "学习讨论");
        sent.put("reason", "当时没有网络");
        var answer = secretary.post("/api/organizations/" + branch + "/meetings", sent);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        held.add(answer.json().get("id").asString());
    }

    private void cancel(String meeting) {
        var said = Map.of("reason", "记错了支部");
        var answer = secretary.post("/api/meetings/" + meeting + "/cancel", said);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    }

    private void awaitDuty(String name, LocalDate opens, String standing, LocalDate ended) {
        await().untilAsserted(
                        () -> assertThat(duty(name, opens)).contains(standing, ended.toString()));
    }

    private String duty(String name, LocalDate opens) {
        var begins = name + " organization " + opens + " ";
        return rows().stream().filter(row -> row.startsWith(begins)).findFirst().orElse("");
    }

    private List<String> rows() {
        return system(ROWS);
    }

    /** Nothing of it stays. */
    private List<String> anew() {
        return scopes.rehearse(
                "duty",
                scope -> {
                    jdbc.sql("delete from duty.duty where organization = any(:organizations)")
                            .param("organizations", organizations())
                            .update();
                    derivation.derive(scope, List.of(organizations()));
                    return query(ROWS);
                });
    }

    private List<String> system(String sql) {
        return scopes.system("test", _ -> query(sql));
    }

    private List<String> query(String sql) {
        return jdbc.sql(sql)
                .param("organizations", organizations())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private UUID[] organizations() {
        return new UUID[] {branch};
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
