package org.sunmao.organization.internal;

import static org.sunmao.organization.internal.ReplayTests.map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Scopes;
import org.sunmao.access.Subtree;
import org.sunmao.access.Tree;
import org.sunmao.house.Caller;
import org.sunmao.house.Caller.Answer;
import org.sunmao.house.Village;
import org.sunmao.organization.Relations;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/** A small county in which anything may be tried; most of it is refused, much is done. */
final class RandomWorld {

    private static final LocalDate FIRST = LocalDate.of(2016, 1, 1);

    /** What it is made with. */
    record Parts(
            Village village,
            Scopes scopes,
            Relations relations,
            Tree tree,
            JdbcClient jdbc,
            Clock clock) {}

    private record Node(UUID id, String kind, @Nullable UUID parent) {}

    private final Random random;
    private final Parts parts;
    private final Caller officer;
    private final UUID top;
    private final LocalDate today;
    private final List<UUID> members = new ArrayList<>();
    private final List<LocalDate> days = new ArrayList<>();
    private final Map<String, Integer> done = new TreeMap<>();
    private int names;
    private LocalDate base = FIRST;

    RandomWorld(Random random, Parts parts, Caller officer, UUID top) {
        this.random = random;
        this.parts = parts;
        this.officer = officer;
        this.top = top;
        this.today = LocalDate.now(parts.clock());
    }

    /** What was done, and how often it was refused. */
    Map<String, Integer> done() {
        return done;
    }

    int applied() {
        return done.getOrDefault("applied", 0);
    }

    /** A day on which something may have happened, or not. */
    LocalDate anyDay() {
        return random.nextBoolean()
                ? days.get(random.nextInt(days.size())).plusDays(random.nextInt(3) - 1L)
                : FIRST.plusDays(random.nextLong(ChronoUnit.DAYS.between(FIRST, today) + 1));
    }

    void begin() {
        for (var t = 0; t < 4; t++) {
            var township = enter(top, "committee", FIRST.plusDays(random.nextInt(300)));
            for (var b = 0; b < 4 && township != null; b++) {
                var kind = b == 3 ? "general-branch" : "branch";
                var branch = enter(township, kind, FIRST.plusDays(random.nextInt(300)));
                for (var m = 0; m < 5 && branch != null; m++) {
                    enterMember(branch, FIRST.plusDays(300 + random.nextInt(200)));
                }
            }
        }
        base = FIRST.plusDays(600);
    }

    void live(int i, int of) {
        var span = ChronoUnit.DAYS.between(base, today);
        var on = base.plusDays(span * i / of).minusDays(random.nextLong(90));
        var day = i > of * 9 / 10 && random.nextBoolean() ? today : on;
        days.add(day);
        switch (random.nextInt(10)) {
            case 0 -> enter(any(nodes()).id(), random.nextBoolean() ? "joint" : "group", old(day));
            case 1 -> enterMember(likely(nodes(), "branch", "joint"), day);
            case 2 -> editOrganization(day);
            case 3, 4 -> editMember(day);
            default -> {
                for (var tries = 0; tries < 2 && !change(day); tries++) {
                    done.merge("refused", 1, Integer::sum);
                }
            }
        }
    }

    /** What is entered may have been there for long, also before what it stands below. */
    private LocalDate old(LocalDate day) {
        var older = day.minusDays(random.nextLong(400));
        return older.isBefore(FIRST) ? FIRST : older;
    }

    private @Nullable UUID enter(UUID parent, String kind, LocalDate on) {
        var sent =
                map(
                        "parent", parent.toString(),
                        "name", name(),
                        "kind", kind,
                        "field", "village",
                        "establishedOn", on.toString());
        var answer = officer.post("/api/organizations", sent);
        count("enter", answer);
        return answer.status() == 201 ? UUID.fromString(answer.json().get("id").asString()) : null;
    }

    private void enterMember(UUID organization, LocalDate since) {
        var someone = Village.someone(organization, "张三");
        var probationary = random.nextInt(4) == 0;
        var sent =
                map(
                        "organization",
                        organization.toString(),
                        "name",
                        "张三",
                        "sex",
                        "1",
                        "citizenNumber",
                        someone.citizenNumber(),
                        "nation",
                        "01",
                        "bornOn",
                        someone.bornOn().toString(),
                        "education",
                        "61",
                        "status",
                        probationary ? "probationary" : "full",
                        "joinedOn",
                        someone.joinedOn().toString(),
                        "effectiveOn",
                        since.toString());
        if (!probationary) {
            sent.put("fullOn", String.valueOf(someone.fullOn()));
        }
        var answer = officer.post("/api/members", sent);
        count("member", answer);
        if (answer.status() == 201) {
            members.add(UUID.fromString(answer.json().get("id").asString()));
        }
    }

    private void editOrganization(LocalDate day) {
        var id = any(nodes()).id();
        var seen = officer.get("/api/organizations/" + id);
        var sent = map("effectiveOn", day.toString(), "correction", random.nextInt(3) == 0);
        switch (random.nextInt(3)) {
            case 0 -> sent.put("name", name());
            case 1 -> sent.put("kind", random.nextBoolean() ? "branch" : "general-branch");
            default -> {
                var first = LocalDate.parse(seen.json().get("establishedOn").asString());
                sent.put("establishedOn", first.plusDays(random.nextInt(400) - 300L).toString());
            }
        }
        var version = seen.json().get("version").asInt();
        count("edit", officer.patch("/api/organizations/" + id, version, sent));
    }

    private void editMember(LocalDate day) {
        var id = members.get(random.nextInt(members.size()));
        var seen = officer.get("/api/members/" + id);
        var sent = map("effectiveOn", day.toString(), "correction", random.nextInt(3) == 0);
        if (random.nextInt(4) == 0) {
            sent.put("status", "full");
            sent.put("fullOn", "2012-03-01");
        } else {
            sent.put("organization", likely(nodes(), "branch", "joint").toString());
        }
        var version = seen.json().get("version").asInt();
        count("edit member", officer.patch("/api/members/" + id, version, sent));
    }

    private boolean change(LocalDate day) {
        var nodes = nodes();
        var steps = new ArrayList<Map<String, Object>>();
        for (var i = 0; i <= random.nextInt(2); i++) {
            steps.addAll(steps(nodes, day, i));
        }
        var sent = map("effectiveOn", day.toString(), "reason", "试", "steps", steps);
        var draft = officer.post("/api/organizations/" + top + "/changes", sent, UUID.randomUUID());
        count("draft", draft);
        if (draft.status() != 201) {
            return false;
        }
        var at = "/api/changes/" + draft.json().get("id").asString();
        var preview = officer.get(at + "/preview");
        if (preview.status() != 200 || !preview.json().get("refusals").isEmpty()) {
            preview.json()
                    .get("refusals")
                    .forEach(no -> done.merge(reason(no.get("says").asString()), 1, Integer::sum));
            return false;
        }
        return carryOut(at, preview.json().get("fingerprint").asString(), steps);
    }

    private boolean carryOut(String at, String print, List<Map<String, Object>> steps) {
        var decision =
                map(
                        "decidedOn",
                        today.toString(),
                        "number",
                        "1",
                        "meeting",
                        "党委会",
                        "fingerprint",
                        print);
        var approved = officer.post(at + "/steps/decide", 0, decision);
        count("decide", approved);
        var applied = officer.post(at + "/steps/apply", 1, map("fingerprint", print));
        count("apply", applied);
        if (applied.status() == 200) {
            done.merge("applied", 1, Integer::sum);
            steps.forEach(step -> done.merge("did " + step.get("kind"), 1, Integer::sum));
        }
        return applied.status() == 200;
    }

    private List<Map<String, Object>> steps(List<Node> nodes, LocalDate day, int i) {
        var id = random.nextInt(9) == 0 ? any(nodes).id() : likely(nodes, "branch", "joint");
        var other = likely(nodes, "committee", "general-branch");
        return switch (random.nextInt(8)) {
            case 0 -> List.of(map("kind", "rename", "organization", id, "name", name()));
            case 1 -> {
                var kind = random.nextBoolean() ? "branch" : "general-branch";
                yield List.of(
                        map("kind", "change-kind", "organization", id, "organizationKind", kind));
            }
            case 2, 3 -> List.of(map("kind", "move", "organization", id, "parent", other));
            case 4, 5 -> {
                var into = sibling(nodes, id);
                yield List.of(map("kind", "merge", "organizations", List.of(id), "into", into));
            }
            case 6 ->
                    List.of(
                            map(
                                    "kind",
                                    "revoke",
                                    "organization",
                                    id,
                                    "target",
                                    sibling(nodes, id)));
            default -> split(nodes, id, day, "new-" + i);
        };
    }

    /** A new branch for half of those whom one holds. */
    private List<Map<String, Object>> split(List<Node> nodes, UUID id, LocalDate day, String ref) {
        var held = held(id, day);
        var half = held.subList(0, (held.size() + 1) / 2);
        var parent = nodes.stream().filter(n -> n.id().equals(id)).findFirst().orElseThrow();
        var above = parent.parent() == null ? top : parent.parent();
        var founding =
                map(
                        "kind",
                        "establish",
                        "ref",
                        ref,
                        "parent",
                        above,
                        "name",
                        name(),
                        "organizationKind",
                        half.size() < 3 ? "joint" : "branch",
                        "field",
                        "village");
        var part = map("into", ref, "members", half);
        return List.of(
                founding,
                map(
                        "kind",
                        "split",
                        "organization",
                        id,
                        "parts",
                        List.of(part),
                        "rest",
                        random.nextBoolean() ? "stay" : sibling(nodes, id)));
    }

    private List<UUID> held(UUID organization, LocalDate day) {
        return parts.scopes()
                .system(
                        "test",
                        _ -> {
                            var held = new ArrayList<UUID>();
                            parts.relations()
                                    .holders(members, day)
                                    .forEach(
                                            (member, holding) -> {
                                                if (holding.organization().equals(organization)) {
                                                    held.add(member);
                                                }
                                            });
                            held.sort(UUID::compareTo);
                            return held;
                        });
    }

    private static String reason(String says) {
        return "refused: " + says.replaceAll("“[^”]*”", "…").replaceAll("\\d+", "n");
    }

    private UUID likely(List<Node> nodes, String one, String other) {
        var fit =
                nodes.stream()
                        .filter(n -> n.kind().equals(one) || n.kind().equals(other))
                        .filter(n -> random.nextInt(10) > 0)
                        .toList();
        return any(fit.isEmpty() ? nodes : fit).id();
    }

    private UUID sibling(List<Node> nodes, UUID id) {
        var kinds = new HashMap<UUID, String>();
        nodes.forEach(node -> kinds.put(node.id(), node.kind()));
        var alike =
                nodes.stream()
                        .filter(n -> n.kind().equals(kinds.get(id)) && !n.id().equals(id))
                        .toList();
        return alike.isEmpty() ? any(nodes).id() : any(alike).id();
    }

    private List<Node> nodes() {
        var subtree = Subtree.below(parts.tree().path(top, today).orElseThrow());
        return parts.jdbc()
                .sql(
                        """
                        select p.id, l.kind, p.parent from organization.place p
                        join organization.label l on l.id = p.id and l.valid_to = 'infinity'
                        where p.path >= :lo and p.path < :hi and p.valid_to = 'infinity'
                        order by p.id
                        """)
                .param("lo", subtree.lo())
                .param("hi", subtree.hi())
                .query(
                        (row, _) ->
                                new Node(
                                        row.getObject(1, UUID.class),
                                        row.getString(2),
                                        row.getObject(3, UUID.class)))
                .list();
    }

    /** Any but the top, on which the officer's own right rests. */
    private Node any(List<Node> nodes) {
        var some = nodes.stream().filter(node -> !node.id().equals(top)).toList();
        var from = some.isEmpty() ? nodes : some;
        return from.get(random.nextInt(from.size()));
    }

    private String name() {
        return "中共回放" + ++names + "村支部";
    }

    private void count(String what, Answer answer) {
        done.merge(what + " " + answer.status(), 1, Integer::sum);
        if (answer.status() >= 500) {
            throw new IllegalStateException(what + ": " + answer.response().body());
        }
    }
}
