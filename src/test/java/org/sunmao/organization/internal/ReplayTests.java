package org.sunmao.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Subtree;
import org.sunmao.access.Tree;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;
import org.sunmao.journal.Journal;
import org.sunmao.journal.Recorded;
import org.sunmao.organization.Relations;
import org.sunmao.organization.internal.JournalReplay.RollUp;
import org.sunmao.web.AsOf;
import org.sunmao.web.NotFound;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * What the register says of any day is what the journal says happened: a small world is changed at
 * random through the real services; roll-ups and questions of who sees what are compared with a
 * replay. Of each build a part; 10,000 and a million with {@code -Dreplay.changes=650
 * -Dreplay.rollUps=10000 -Dreplay.cases=1000000}.
 */
@HouseTest
@TestInstance(Lifecycle.PER_CLASS)
class ReplayTests {

    private static final int CHANGES = Integer.getInteger("replay.changes", 400);
    private static final int ROLL_UPS = Integer.getInteger("replay.rollUps", 3_000);
    private static final int CASES = Integer.getInteger("replay.cases", 300_000);
    private static final String KEY = "id || '/' || valid_from || '/' || organization";

    private final Random random = new Random(20261125);

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired Journal journal;
    @Autowired Tree tree;
    @Autowired OrganizationDirectory directory;
    @Autowired Relations relations;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    private RandomWorld world;
    private JournalReplay replay;
    private UUID top = UUID.randomUUID();
    private String account = "";

    @BeforeAll
    void liveThroughTheYears() {
        // With a second tree there, nobody's subtree is everything.
        village.organization(null, "中共邻县委员会", "committee");
        var start = OffsetDateTime.now(clock);
        top = village.organization(null, "中共回放县委员会", "committee");
        account = village.account(Role.COUNTY_OFFICER, top, null);
        var officer = new Caller(port).signIn(account, Village.PASSWORD).stepUp();
        var parts = new RandomWorld.Parts(village, scopes, relations, tree, jdbc, clock);
        world = new RandomWorld(random, parts, officer, top);
        world.begin();
        for (var i = 0; i < CHANGES; i++) {
            world.live(i, CHANGES);
        }
        assertThat(world.applied()).as("%s", world.done()).isGreaterThan(CHANGES / 4);
        replay = replay(start);
    }

    @Test
    void everyRollUpOfAnyDayIsWhatTheJournalTells() {
        var who = as(Role.COUNTY_OFFICER, top, null);
        var organizations = replay.organizations();
        var differences = new ArrayList<String>();
        for (var i = 0; i < ROLL_UPS; i++) {
            var id = organizations.get(random.nextInt(organizations.size()));
            var day = world.anyDay();
            var told = replay.rollUp(id, day);
            var read = read(who, id, day);
            if (!Objects.equals(told, read)) {
                differences.add(id + " on " + day + ": journal " + told + ", register " + read);
            }
        }
        assertThat(differences).as("%s", world.done()).isEmpty();
    }

    /**
     * What the policies of PostgreSQL let a role see of every organization and of every version of
     * every member, within a scope made by {@link Scopes} for a day, against {@link ScopeOracle}.
     * One case is one row for one asker on one day; the rows come in sets, so that there can be a
     * million of them.
     */
    @Test
    void whatEveryRoleSeesOnAnyDayIsWhatAWalkUpTheTreeSays() {
        var oracle = new ScopeOracle(replay);
        var written = scopes.system("test", _ -> versions());
        var ours = replay.organizations();
        var known = Set.copyOf(ours);
        var versions = written.stream().filter(one -> known.contains(one.by())).toList();
        assertThat(versions).hasSizeGreaterThan(replay.members().size());
        var differences = new ArrayList<String>();
        var seen = 0;
        for (var cases = 0; cases < CASES; cases += ours.size() + versions.size()) {
            var who = anybody(ours);
            var day = random.nextInt(5) == 0 ? LocalDate.now(clock) : world.anyDay();
            var sees = scopes.read(who, day, _ -> Map.entry(seenOrganizations(day), rows()));
            for (var id : ours) {
                var allowed = sees.getKey().contains(id);
                seen += allowed ? 1 : 0;
                if (oracle.sees(who, id, day) != allowed) {
                    differences.add(who + " on " + day + ", organization " + id + ": " + allowed);
                }
            }
            for (var one : versions) {
                var allowed = sees.getValue().contains(one.key());
                seen += allowed ? 1 : 0;
                if (oracle.sees(who, one.member(), one.by(), day) != allowed) {
                    differences.add(who + " on " + day + ", " + one + ": " + allowed);
                }
            }
        }
        assertThat(differences).isEmpty();
        // Neither always no nor always yes.
        assertThat(seen).isBetween(CASES / 100, CASES / 2);
    }

    /** A version of a member: whose it is, who wrote it, and which row. */
    private record Version(UUID member, UUID by, String key) {}

    private List<Version> versions() {
        return jdbc.sql("select id, organization, " + KEY + " from member.profile")
                .query(
                        (row, _) ->
                                new Version(
                                        row.getObject(1, UUID.class),
                                        row.getObject(2, UUID.class),
                                        row.getString(3)))
                .list();
    }

    private Set<String> rows() {
        return Set.copyOf(
                jdbc.sql("select " + KEY + " from member.profile").query(String.class).list());
    }

    private Set<UUID> seenOrganizations(LocalDate day) {
        return Set.copyOf(
                jdbc.sql(
                                """
                                select id from organization.profile
                                where valid_from <= :day and valid_to > :day
                                """)
                        .param("day", day)
                        .query(UUID.class)
                        .list());
    }

    /** In any role, over anything there ever was, with or without a record of their own. */
    private SignedIn anybody(List<UUID> organizations) {
        var roles = List.of(Role.values());
        var role = roles.get(random.nextInt(roles.size()));
        var some = organizations.get(random.nextInt(organizations.size()));
        var over = random.nextInt(4) == 0 ? top : some;
        var members = replay.members();
        var member = members.get(random.nextInt(members.size()));
        var belongs = role == Role.MEMBER || random.nextInt(3) == 0;
        return as(role, role.administrates() ? null : over, belongs ? member : null);
    }

    private SignedIn as(Role role, @Nullable UUID organization, @Nullable UUID member) {
        return new SignedIn(
                UUID.randomUUID(), account, "回放", role, organization, member, SignedIn.State.OPEN);
    }

    private @Nullable RollUp read(SignedIn who, UUID id, LocalDate day) {
        OrganizationView view;
        try {
            view = directory.get(who, new AsOf(day.toString()), id);
        } catch (NotFound _) {
            return null;
        }
        var parent = view.parent();
        return new RollUp(
                view.name(),
                view.kind(),
                parent == null ? null : parent.toString(),
                view.counts().members(),
                view.counts().full(),
                view.counts().probationary(),
                below(id, day));
    }

    private int below(UUID id, LocalDate day) {
        var subtree = Subtree.below(tree.path(id, day).orElseThrow());
        return jdbc.sql(
                        """
                        select count(*) - 1 from organization.place
                        where path >= :lo and path < :hi
                          and valid_from <= :day and valid_to > :day
                        """)
                .param("lo", subtree.lo())
                .param("hi", subtree.hi())
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    private JournalReplay replay(OffsetDateTime start) {
        return scopes.system(
                "test",
                _ -> {
                    var subjects = new HashMap<UUID, UUID>();
                    var entries = new ArrayList<Recorded>();
                    for (var subject : subjects(start)) {
                        for (var entry : journal.of(subject, null, 10_000)) {
                            subjects.put(entry.id(), subject);
                            entries.add(entry);
                        }
                    }
                    entries.sort(Comparator.comparing(Recorded::at).thenComparing(Recorded::id));
                    return new JournalReplay(entries, subjects, LocalDate.now(clock));
                });
    }

    private List<UUID> subjects(OffsetDateTime start) {
        return jdbc.sql(
                        """
                        select distinct subject from journal.entry
                        where recorded_at >= :start and subject_kind in ('organization', 'member')
                        """)
                .param("start", start)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    static Map<String, Object> map(Object... pairs) {
        var map = new HashMap<String, Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            map.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return map;
    }
}
