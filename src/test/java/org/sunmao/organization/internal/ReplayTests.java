package org.sunmao.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
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
import java.util.UUID;

/**
 * What the register says of any day is what the journal says happened: a small world is changed at
 * random through the real services, and 10,000 roll-ups are compared with a replay.
 */
@HouseTest
class ReplayTests {

    private static final int CHANGES = 650;
    private static final int ROLL_UPS = 10_000;

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired Journal journal;
    @Autowired Tree tree;
    @Autowired OrganizationDirectory directory;
    @Autowired Relations relations;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    @Test
    void everyRollUpOfAnyDayIsWhatTheJournalTells() {
        var start = OffsetDateTime.now(clock);
        var random = new Random(20261125);
        var top = village.organization(null, "中共回放县委员会", "committee");
        var account = village.account(Role.COUNTY_OFFICER, top, null);
        var officer = new Caller(port).signIn(account, Village.PASSWORD).stepUp();
        var parts = new RandomWorld.Parts(village, scopes, relations, tree, jdbc, clock);
        var world = new RandomWorld(random, parts, officer, top);
        world.begin();
        for (var i = 0; i < CHANGES; i++) {
            world.live(i, CHANGES);
        }
        assertThat(world.applied()).as("%s", world.done()).isGreaterThan(200);

        var replay = replay(start);
        var who =
                new SignedIn(
                        UUID.randomUUID(),
                        account,
                        "回放",
                        Role.COUNTY_OFFICER,
                        top,
                        null,
                        SignedIn.State.OPEN);
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
