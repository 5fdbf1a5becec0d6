package org.sunmao.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.assertj.core.api.ListAssert;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.sunmao.house.HouseTest;
import org.sunmao.journal.internal.Finding.Kind;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Whatever the superuser of the database does to sealed entries, it is named. */
@HouseTest
@TestInstance(Lifecycle.PER_CLASS)
class AlteredJournalTests {

    private static final String BACK_DATED_LIKE =
            """
            insert into journal.entry (id, recorded_at, post, action, subject_kind, effective_on,
              rules, commitment, transaction)
            select ?, recorded_at - interval '1 day', post, 'test.forged', subject_kind,
              effective_on, rules, commitment, transaction
            from journal.entry where id = ?
            """;
    private static final String SWAP_ENTRIES =
            "update journal.leaf set entry = case entry when ? then ?::uuid else ? end"
                    + " where entry in (?, ?)";
    private static final String SWAP_HASHES =
            "update journal.leaf l set hash = o.hash from journal.leaf o"
                    + " where l.entry in (?, ?) and o.entry in (?, ?) and l.entry <> o.entry";
    private static final String COPY_DETAIL =
            "insert into journal.detail (entry, salt, payload)"
                    + " select ?, salt, payload from journal.detail where entry = ?";

    @TempDir Path folder = Path.of("");
    @Autowired ApplicationContext context;

    JournalHouse house;
    List<UUID> early = List.of();
    List<UUID> middle = List.of();
    List<UUID> late = List.of();

    @BeforeAll
    void threeHeads() {
        house = new JournalHouse(context);
        early = sealed(4);
        middle = sealed(5);
        late = sealed(3);
    }

    private List<UUID> sealed(int count) {
        var ids = house.say(count);
        house.seal();
        return ids;
    }

    @Test
    void whatNobodyTouchedIsWhole() throws Exception {
        try (var nothing = tamper()) {
            var report = nothing.verify();
            assertThat(report.findings().kept()).isEmpty();
            assertThat(report.sealed()).isGreaterThanOrEqualTo(12);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recorded_at = recorded_at + interval '1 microsecond'",
                "recorded_at = 'infinity'",
                "account = gen_random_uuid()",
                "behalf = gen_random_uuid()",
                "post = post || ' '",
                "organization = gen_random_uuid()",
                "action = 'test.lie'",
                "subject_kind = 'other'",
                "subject = gen_random_uuid()",
                "subject = null",
                "effective_on = effective_on + 1",
                "effective_on = '-infinity'",
                "rules = rules || '{R-2}'",
                "rules = '{}'",
                "rules = '{{R-1}}'",
                "rules = array[null]",
                "commitment = sha256(commitment)",
                "commitment = ''",
                "transaction = '1'"
            })
    void anAlteredColumnIsNamed(String change) throws Exception {
        var victim = middle.get(2);
        try (var by = tamper()) {
            by.run("update journal.entry set " + change + " where id = ?", victim);
            found(by).containsExactly(tuple(Kind.ALTERED_ENTRY, victim, leaf(victim)));
        }
    }

    @Test
    void anEntryUnderAnotherIdIsNamedAsRemovedAndAsInserted() throws Exception {
        var other = UUID.randomUUID();
        try (var by = tamper()) {
            by.run("update journal.detail set entry = ? where entry = ?", other, middle.get(1));
            by.run("update journal.entry set id = ? where id = ?", other, middle.get(1));
            found(by)
                    .containsExactlyInAnyOrder(
                            tuple(Kind.REMOVED_ENTRY, middle.get(1), leaf(middle.get(1))),
                            tuple(Kind.INSERTED, other, null));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payload = (select payload from journal.detail where entry <> ?1 limit 1)",
                "payload = overlay(payload placing '\\x00' from 20)",
                "payload = ''",
                "salt = ''",
                "salt = sha256(salt)",
                "organization = gen_random_uuid()",
                "subject = gen_random_uuid()"
            })
    void anAlteredDetailIsNamed(String change) throws Exception {
        var victim = early.get(1);
        var sql = change.replace("?1", "'" + victim + "'");
        try (var by = tamper()) {
            by.run("update journal.detail set " + sql + " where entry = ?", victim);
            found(by).containsExactly(tuple(Kind.ALTERED_DETAIL, victim, leaf(victim)));
        }
    }

    @Test
    void aRemovedDetailIsNamed() throws Exception {
        try (var by = tamper()) {
            by.run("delete from journal.detail where entry = ?", late.get(0));
            found(by).containsExactly(tuple(Kind.REMOVED_DETAIL, late.get(0), leaf(late.get(0))));
        }
    }

    @Test
    void aRemovedEntryIsNamedByTheIdInItsLeaf() throws Exception {
        var victim = middle.get(0);
        try (var by = tamper()) {
            by.run("delete from journal.detail where entry = ?", victim);
            by.run("delete from journal.entry where id = ?", victim);
            found(by).containsExactly(tuple(Kind.REMOVED_ENTRY, victim, leaf(victim)));
        }
    }

    @Test
    void anEntryRemovedWithItsLeafIsNamedByItsNumber() throws Exception {
        var victim = middle.get(3);
        try (var by = tamper()) {
            by.run("delete from journal.detail where entry = ?", victim);
            by.run("delete from journal.entry where id = ?", victim);
            by.run("delete from journal.leaf where entry = ?", victim);
            found(by).containsExactly(tuple(Kind.REMOVED_LEAF, null, leaf(victim)));
        }
    }

    @Test
    void aRemovedLeafIsNamedWithItsEntry() throws Exception {
        try (var by = tamper()) {
            by.run("delete from journal.leaf where entry = ?", early.get(2));
            found(by).containsExactly(tuple(Kind.REMOVED_LEAF, early.get(2), leaf(early.get(2))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"entry", "number"})
    void swappedLeavesAreNamedAsReordered(String column) throws Exception {
        var one = early.get(1);
        var other = late.get(1);
        var here = leaf(one);
        var there = leaf(other);
        try (var by = tamper()) {
            by.run("alter table journal.leaf drop constraint leaf_entry_key");
            by.run(SWAP_ENTRIES, one, other, one, one, other);
            if (column.equals("number")) {
                by.run(SWAP_HASHES, one, other, one, other);
            }
            found(by)
                    .containsExactlyInAnyOrder(
                            tuple(Kind.REORDERED, other, here), tuple(Kind.REORDERED, one, there));
        }
    }

    @Test
    void swappedTimesAreNamed() throws Exception {
        var one = early.get(0);
        var other = middle.get(4);
        try (var by = tamper()) {
            by.run(
                    "update journal.entry e set recorded_at = o.recorded_at from journal.entry o"
                            + " where e.id in (?, ?) and o.id in (?, ?) and e.id <> o.id",
                    one,
                    other,
                    one,
                    other);
            found(by)
                    .containsExactlyInAnyOrder(
                            tuple(Kind.ALTERED_ENTRY, one, leaf(one)),
                            tuple(Kind.ALTERED_ENTRY, other, leaf(other)));
        }
    }

    @Test
    void anEntryInsertedBeforeTheLastHeadIsNamed() throws Exception {
        var forged = UUID.randomUUID();
        try (var by = tamper()) {
            forge(by, forged, "transaction");
            found(by).containsExactly(tuple(Kind.INSERTED, forged, null));
        }
    }

    @Test
    void aForgedLeafIsNamed() throws Exception {
        var forged = UUID.randomUUID();
        var number = last() + 1;
        try (var by = tamper()) {
            forge(by, forged, "transaction");
            by.run("insert into journal.leaf values (?, ?, sha256('forged'))", number, forged);
            found(by).containsExactly(tuple(Kind.FORGED_LEAF, forged, number));
        }
    }

    @Test
    void anEntryWithAFalseTimeIsNamedBeforeAndAfterItIsSealed() throws Exception {
        var forged = UUID.randomUUID();
        try (var by = tamper()) {
            forge(by, forged, "pg_current_xact_id()");
            found(by).containsExactly(tuple(Kind.BACK_DATED, forged, null));
            by.run(as -> new Forger(as, house.vault).seal(forged));
            // The house's key would be needed for this head: nobody but the house makes it.
            found(by).contains(tuple(Kind.BACK_DATED, forged, last() + 1));
        }
    }

    private void forge(Tampering by, UUID forged, String transaction) throws SQLException {
        by.run(BACK_DATED_LIKE, forged, middle.get(2));
        by.run("update journal.entry set transaction = " + transaction + " where id = ?", forged);
        by.run(COPY_DETAIL, forged, middle.get(2));
    }

    private Tampering tamper() throws SQLException, IOException {
        return new Tampering(house, folder);
    }

    private long leaf(UUID entry) {
        return house.leaf(entry);
    }

    private long last() {
        return house.jdbc.sql("select max(number) from journal.leaf").query(Long.class).single();
    }

    static ListAssert<Tuple> found(Tampering by) throws SQLException {
        var all = new ArrayList<Tuple>();
        for (var finding : by.found()) {
            all.add(tuple(finding.kind(), finding.entry(), finding.leaf()));
        }
        return assertThat(all);
    }
}
