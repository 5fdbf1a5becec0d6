package org.sunmao.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Scopes;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;
import org.sunmao.register.Roster.Answer;
import org.sunmao.register.Roster.Entry;
import org.sunmao.register.Roster.Verdict;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Of random files with faults, what the preview said is what stands, and all of it goes again. */
@HouseTest
class RandomRosterTests {

    private static final int FILES = Integer.getInteger("sunmao.rosters", 300);
    private static final List<String> NAMES =
            List.of("甲党支部", "乙党支部", "丙总支部", "中共东村党支部", "中共西村党支部", "丁党小组");
    private static final List<String> PARENTS =
            List.of("中共东乡委员会", "中共西乡委员会", "甲党支部", "丙总支部", "中共东村党支部", "没有的委员会");
    private static final List<String> KINDS =
            List.of("branch", "branch", "general-branch", "group", "temporary", "committee");

    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired JdbcClient jdbc;
    @Autowired OrganizationRoster roster;

    @Test
    void theVerdictIsWhatStandsAfterwardsAndNothingIsLeftOfIt() {
        var run = new RosterRun(scopes, jdbc, roster, village.county().top());
        var before = run.dump();
        var random = new Random(20261126);
        for (var i = 0; i < FILES; i++) {
            var file = file(random);
            var foreseen = run.preview(file);
            var written = run.commit(file);

            assertThat(written)
                    .extracting("row")
                    .containsExactlyElementsOf(
                            foreseen.stream()
                                    .filter(v -> v.plan() != null)
                                    .map(Verdict::row)
                                    .toList());
            var rows = written.stream().map(w -> w.row()).toList();
            var again = run.preview(file).stream().filter(v -> rows.contains(v.row())).toList();
            assertThat(again).noneMatch(v -> v.plan() != null);
            assertThat(run.undo(written)).isEmpty();
            if (i % 20 == 0) {
                assertThat(run.dump()).isEqualTo(before);
            }
        }
        assertThat(run.dump()).isEqualTo(before);
    }

    private static List<Entry> file(Random random) {
        var entries = new ArrayList<Entry>();
        var rows = 1 + random.nextInt(8);
        for (var i = 0; i < rows; i++) {
            var values = new HashMap<String, Object>();
            values.put("name", one(random, NAMES));
            sometimes(random, values, "parent", one(random, PARENTS));
            sometimes(random, values, "kind", one(random, KINDS));
            sometimes(random, values, "field", one(random, List.of("village", "organ")));
            sometimes(
                    random, values, "establishedOn", LocalDate.of(1995 + random.nextInt(25), 3, 1));
            if (random.nextInt(6) == 0) {
                values.put("branchClass", "vanguard");
            }
            var answer = one(random, List.of(Answer.NONE, Answer.OTHER, Answer.OTHER, Answer.SAME));
            entries.add(new Entry(i + 2, values, answer));
        }
        return entries;
    }

    private static void sometimes(
            Random random, Map<String, Object> values, String name, Object value) {
        if (random.nextInt(8) > 0) {
            values.put(name, value);
        }
    }

    private static <T> T one(Random random, List<T> of) {
        return Objects.requireNonNull(of.get(random.nextInt(of.size())));
    }
}
