package org.sunmao.duty.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sunmao.duty.internal.DutyDays.NEVER;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sunmao.duty.Standing.State;

import tools.jackson.databind.json.JsonMapper;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is derived anew meets what stands: the same duty goes on, and what was said of it stays. */
class SettlingTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final UUID BRANCH = UUID.randomUUID();

    @Test
    void whatIsTheSameIsNotWritten() {
        var first = settled(List.of(), derived(100, NEVER));
        var again = settled(first.added, derived(100, NEVER));
        assertThat(again.added).isEmpty();
        assertThat(again.changed).isEmpty();
        assertThat(again.moved).isEmpty();
    }

    @Test
    void aDutyKeepsItsIdWhenTheRegisterMovesTheDayItOpens() {
        var first = settled(List.of(), derived(100, NEVER)).added.getFirst();
        var moved = settled(List.of(first), derived(80, NEVER)).changed.getFirst();
        assertThat(moved.id()).isEqualTo(first.id());
        assertThat(moved.days().opens()).isEqualTo(TODAY.minusDays(80));
    }

    @Test
    void twoSpellsThatBecomeOneLeaveOne() {
        var two = settled(List.of(), derived(100, TODAY.minusDays(60)), derived(40, NEVER)).added;
        var one = settled(two, derived(100, NEVER));
        assertThat(one.removed).containsExactly(two.get(1).id());
        assertThat(one.changed).extracting(DutyRow::id).containsExactly(two.get(0).id());
    }

    @Test
    void whatNeverWasIsRemovedUnlessSomebodySpokeOfIt() {
        var silent = settled(List.of(), derived(100, NEVER)).added.getFirst();
        assertThat(settled(List.of(silent)).removed).containsExactly(silent.id());
        var spoken = said(silent, silent.days(), null);
        var kept = settled(List.of(spoken));
        assertThat(kept.removed).isEmpty();
        assertThat(kept.changed)
                .extracting(row -> row.standing().state())
                .containsExactly(State.VOID);
        assertThat(settled(kept.changed, derived(100, NEVER)).changed)
                .extracting(row -> row.standing().state())
                .containsExactly(State.LATE);
    }

    @Test
    void aContestStaysWithTheDutyWhateverTheRegistersSayLater() {
        var row = settled(List.of(), derived(100, NEVER)).added.getFirst();
        var days = contested(row.days());
        var next = settled(List.of(said(row, days, null)), derived(90, NEVER)).changed.getFirst();
        assertThat(next.standing().state()).isEqualTo(State.CONTESTED);
        assertThat(next.days().contestedOn()).isEqualTo(days.contestedOn());
    }

    @Test
    void whatWasUpheldIsVoidFromTheDayItOpensNow() {
        var row = settled(List.of(), derived(100, NEVER)).added.getFirst();
        var upheld = said(row, row.days().gone(row.days().opens()), DutyRow.UPHELD);
        var next = settled(List.of(upheld), derived(120, NEVER)).changed.getFirst();
        assertThat(next.days().voidOn()).isEqualTo(TODAY.minusDays(120));
        assertThat(next.voidReason()).isEqualTo(DutyRow.UPHELD);
    }

    private static DutyDays contested(DutyDays days) {
        return new DutyDays(
                days.opens(),
                days.due(),
                days.yellowFrom(),
                days.redFrom(),
                days.endedOn(),
                TODAY.minusDays(1),
                NEVER,
                null,
                null,
                NEVER);
    }

    private static DutyRow said(DutyRow row, DutyDays days, @Nullable String reason) {
        return new DutyRow(
                row.id(),
                row.name(),
                row.rule(),
                row.ruleSince(),
                row.organization(),
                row.subjectKind(),
                row.subject(),
                days,
                null,
                reason,
                row.evidence(),
                days.on(TODAY),
                days.next(TODAY),
                true);
    }

    private static Settling settled(List<DutyRow> standing, Derived... derived) {
        var settling = new Settling(new JsonMapper(), TODAY);
        settling.settle(standing, List.of(derived));
        return settling;
    }

    private static Derived derived(int daysAgo, LocalDate ended) {
        var opens = TODAY.minusDays(daysAgo);
        var due = opens.plusDays(10);
        return new Derived(
                "secretary-vacant",
                "R-BR-11",
                LocalDate.of(2018, 10, 28),
                BRANCH,
                "organization",
                BRANCH,
                DutyDays.plain(opens, due, due.plusDays(1), NEVER, ended),
                null,
                Map.of("secretaries", 0));
    }
}
