package org.sunmao.duty.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static java.time.temporal.ChronoUnit.DAYS;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.duty.internal.HoursOracle.Sitting;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.LifeBeginning;
import org.sunmao.house.Proves;
import org.sunmao.house.Village;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Members of two branches learn here and there and move, and the rolls are put right afterwards.
 */
@HouseTest
class LearningHistoryTests {

    private static final int STEPS = Integer.getInteger("life.steps", 10);
    private static final long SEED = Long.getLong("life.seed", System.nanoTime());
    private static final LocalDate FOUNDED = LocalDate.of(2001, 7, 1);
    private static final int NEEDED = 32 * 45;
    private static final List<String> TYPES = List.of("lecture", "theme-day", "members");

    private static final String ROWS =
            """
            select concat_ws(' ', organization, name, opens, due, yellow_from, ended_on, void_on,
              state, light, next_on, evidence)
            from duty.duty where organization = any(:organizations) order by 1
            """;
    private static final String HOURS =
            """
            select concat_ws(' ', evidence ->> 'lacking', nullif(ended_on, 'infinity'))
            from duty.duty where organization = ? and name = 'member-hours' and opens = ?
            """;

    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired Journal journal;
    @Autowired DutyDerivation derivation;
    @Autowired LifeBeginning beginning;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private UUID township = new UUID(0, 0);
    private final List<UUID> branches = new ArrayList<>();

    /** Where each member stands from which day on. */
    private final Map<UUID, NavigableMap<LocalDate, UUID>> stays = new LinkedHashMap<>();

    private final Map<String, Sitting> held = new LinkedHashMap<>();
    private final Map<String, String> types = new HashMap<>();
    private Caller officer = new Caller(0);

    @BeforeEach
    void twoBranchesOfATownship() {
        beginning.on(newYear());
        var first = village.county().townships().getFirst();
        township = first.top();
        for (var one : first.branches()) {
            branches.add(one.id());
            one.members().forEach(it -> stays.put(it, new TreeMap<>(Map.of(FOUNDED, one.id()))));
        }
        var account = village.account(Role.TOWNSHIP_OFFICER, township, null);
        officer = new Caller(port).signIn(account, Village.PASSWORD);
    }

    @AfterEach
    void nobodyElseIsHeldToIt() {
        beginning.never();
    }

    @Test
    @Proves({"R-EDU-01", "AF-13"})
    void whatFollowsPieceByPieceIsWhatIsDerivedAnewAndWhatAPencilSays() {
        var random = new Random(SEED);
        for (var step = 0; step < STEPS; step++) {
            switch (random.nextInt(8)) {
                case 0 -> takeBack(random);
                case 1 -> putRight(random);
                case 2 -> move(random);
                case 3, 4 -> train(random);
                default -> meet(random);
            }
            await().untilAsserted(() -> assertThat(rows()).as("seed %s", SEED).isEqualTo(anew()));
            branches.forEach(this::asAPencilSays);
        }
    }

    private void asAPencilSays(UUID branch) {
        var people = people(branch, newYear().plusYears(1).minusDays(1));
        if (people.isEmpty()) {
            return;
        }
        var oracle = new HoursOracle(people, held.values(), NEEDED, newYear());
        var met = oracle.metOn();
        String told = scopes.system("test", _ -> hours(branch));
        assertThat(told)
                .as("seed %s", SEED)
                .isEqualTo(oracle.lacking() + (met == null ? "" : " " + met));
    }

    private String hours(UUID branch) {
        return jdbc.sql(HOURS).params(branch, newYear()).query(String.class).single();
    }

    /** A branch meets, and one of it may not come. */
    private void meet(Random random) {
        var branch = branches.get(random.nextInt(branches.size()));
        var sent = wish(TYPES.get(random.nextInt(TYPES.size())), random);
        var people = people(branch, LocalDate.parse(said(sent, "on").toString()));
        if (people.isEmpty()) {
            return;
        }
        var there = new HashSet<>(people);
        if (random.nextBoolean()) {
            var away = people.get(random.nextInt(people.size()));
            there.remove(away);
            sent.put("absent", List.of(Map.of("member", away)));
        }
        add(branch, sent, there);
    }

    /** The township trains some of both branches. */
    private void train(Random random) {
        var sent = wish("training", random);
        var there = some(random);
        sent.put("guests", there);
        add(township, sent, there);
    }

    /** Others were at the training than was written down. */
    private void putRight(Random random) {
        var trained = held.keySet().stream().filter(id -> "training".equals(types.get(id)));
        var ids = trained.toList();
        if (ids.isEmpty()) {
            return;
        }
        var id = ids.get(random.nextInt(ids.size()));
        var view = officer.get("/api/meetings/" + id);
        var sent = wish("training", random);
        var there = some(random);
        sent.put("guests", there);
        var version = view.json().get("version").asInt();
        var answer = officer.patch("/api/meetings/" + id, version, sent);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        held.put(id, sitting(sent, there));
    }

    private void takeBack(Random random) {
        if (held.isEmpty()) {
            return;
        }
        var id = List.copyOf(held.keySet()).get(random.nextInt(held.size()));
        var said = Map.of("reason", "记错了支部");
        var answer = officer.post("/api/meetings/" + id + "/cancel", said);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        held.remove(id);
    }

    /** Somebody belongs to the other branch from a day on; what they learned before stays. */
    private void move(Random random) {
        var member = anybody(random);
        var stay = stays.getOrDefault(member, new TreeMap<>());
        var from = stay.lastEntry();
        var since = from.getKey().isBefore(newYear()) ? newYear() : from.getKey();
        var room = (int) DAYS.between(since, newYear().plusDays(365));
        if (room < 2) {
            return;
        }
        var day = since.plusDays(1 + random.nextInt(room - 1));
        var first = branches.getFirst();
        var to = first.equals(from.getValue()) ? branches.getLast() : first;
        village.move(member, to, day);
        stay.put(day, to);
        var act = new Act(to, "member.edit", "member", member, day, List.of(), Map.of());
        var _ =
                scopes.system(
                        "test",
                        scope -> {
                            journal.append(scope.actor(), act);
                            return scope;
                        });
    }

    private UUID anybody(Random random) {
        return List.copyOf(stays.keySet()).get(random.nextInt(stays.size()));
    }

    private List<UUID> people(UUID branch, LocalDate day) {
        return stays.entrySet().stream()
                .filter(one -> one.getValue().floorEntry(day).getValue().equals(branch))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Set<UUID> some(Random random) {
        var some = new HashSet<>(Set.of(anybody(random)));
        stays.keySet().stream().filter(_ -> random.nextBoolean()).forEach(some::add);
        return some;
    }

    private Map<String, Object> wish(String type, Random random) {
        var sent = new HashMap<String, Object>();
        sent.put("type", type);
        sent.put("on", newYear().plusDays(random.nextInt(365)).toString());
        sent.put("topic", "学习讨论");
        sent.put("reason", "当时没有网络");
        sent.put("minutes", 240 * (2 + random.nextInt(5)));
        return sent;
    }

    private void add(UUID holder, Map<String, Object> sent, Set<UUID> there) {
        var answer = officer.post("/api/organizations/" + holder + "/meetings", sent);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        var id = answer.json().get("id").asString();
        held.put(id, sitting(sent, there));
        types.put(id, said(sent, "type").toString());
    }

    private static Sitting sitting(Map<String, Object> sent, Set<UUID> there) {
        var on = LocalDate.parse(said(sent, "on").toString());
        var learned = !"members".equals(sent.get("type"));
        return new Sitting(on, (int) said(sent, "minutes"), learned, Set.copyOf(there));
    }

    private static Object said(Map<String, Object> sent, String field) {
        return Objects.requireNonNull(sent.get(field));
    }

    private List<String> rows() {
        return scopes.system("test", _ -> query());
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
                    return query();
                });
    }

    private List<String> query() {
        return jdbc.sql(ROWS)
                .param("organizations", organizations())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private UUID[] organizations() {
        return branches.toArray(UUID[]::new);
    }

    private LocalDate newYear() {
        return LocalDate.of(LocalDate.now(clock).getYear() - 1, 1, 1);
    }
}
