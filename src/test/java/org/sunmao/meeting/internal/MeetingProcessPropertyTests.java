package org.sunmao.meeting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.sunmao.house.Proves;
import org.sunmao.meeting.Meetings.Part;
import org.sunmao.meeting.internal.MeetingProcess.Facts;
import org.sunmao.meeting.internal.MeetingProcess.Step;
import org.sunmao.meeting.internal.MeetingProcess.Verdict;
import org.sunmao.meeting.internal.MeetingState.Check;
import org.sunmao.meeting.internal.MeetingState.Draft;
import org.sunmao.meeting.internal.MeetingState.Signature;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.TreeSet;

/** Whatever is done with a meeting, in whatever order. */
class MeetingProcessPropertyTests {

    private static final Signature BY = new Signature("某人", Instant.EPOCH);
    private static final Check FOUND = new Check("某人", Instant.EPOCH, "议题没有写");
    private static final List<Step> STEPS =
            List.of(
                    new Step.Publish(),
                    new Step.Roll(),
                    new Step.Close(),
                    new Step.Edit(),
                    new Step.Sign(Part.RECORDER, BY),
                    new Step.Sign(Part.CHAIR, BY),
                    new Step.Annotate(),
                    new Step.Cancel("重复记录"),
                    new Step.Accept(FOUND),
                    new Step.Return(FOUND),
                    new Step.Archive());

    record Turn(Step step, Facts facts) {}

    @Property(tries = 2000)
    @Proves("R-LF-15")
    void whatIsSignedByBothChangesByNothingButTheOrganizationAbove(
            @ForAll("turns") List<Turn> turns) {
        var state = MeetingProcess.entered(true);
        for (var turn : turns) {
            var before = state;
            if (MeetingProcess.take(state, turn.step(), turn.facts())
                    instanceof Verdict.Allowed(var next)) {
                state = next;
            }
            var sealed =
                    before instanceof MeetingState.Signed
                            || before instanceof MeetingState.Accepted
                            || before instanceof MeetingState.Archived;
            if (sealed && state.code().equals("draft")) {
                throw new AssertionError(before + " was opened by " + turn.step());
            }
            if (state instanceof MeetingState.Signed && !(before instanceof MeetingState.Signed)) {
                assertThat(before).isEqualTo(new Draft(BY));
                assertThat(turn.step()).isEqualTo(new Step.Sign(Part.CHAIR, BY));
                assertThat(turn.facts().named()).isTrue();
            }
            if (before instanceof MeetingState.Draft && turn.facts().locked()) {
                assertThat(MeetingProcess.may(before, new Step.Edit(), turn.facts()))
                        .isEqualTo(!turn.facts().named());
                assertThat(MeetingProcess.may(before, new Step.Annotate(), turn.facts())).isTrue();
            }
        }
    }

    @Property(tries = 2000)
    void whatWasHeldStaysHeldUntilItIsCancelledForAReason(@ForAll("turns") List<Turn> turns) {
        var state = MeetingProcess.entered(true);
        for (var turn : turns) {
            if (MeetingProcess.take(state, turn.step(), turn.facts())
                    instanceof Verdict.Allowed(var next)) {
                assertThat(next.held() || next instanceof MeetingState.Cancelled).isTrue();
                assertThat(next instanceof MeetingState.Cancelled)
                        .isEqualTo(turn.step() instanceof Step.Cancel);
                state = next;
            }
        }
    }

    @Property(tries = 1000)
    void aMeetingIsHeldOnlyAfterNoticeAndARollWithAQuorum(@ForAll("turns") List<Turn> turns) {
        var state = MeetingProcess.entered(false);
        var quorum = false;
        for (var turn : turns) {
            if (MeetingProcess.take(state, turn.step(), turn.facts())
                    instanceof Verdict.Allowed(var next)) {
                quorum =
                        turn.step() instanceof Step.Roll
                                ? turn.facts().quorum() && !turn.facts().ahead()
                                : quorum;
                state = next;
            }
            assertThat(!state.held() || quorum).isTrue();
        }
    }

    @Property(tries = 500)
    void whatMayNotBeDoneTellsWhyAndByWhichRule(@ForAll("turns") List<Turn> turns) {
        var state = MeetingProcess.entered(false);
        for (var turn : turns) {
            switch (MeetingProcess.take(state, turn.step(), turn.facts())) {
                case Verdict.Allowed(var next) -> state = next;
                case Verdict.Refused(var rule, var says) -> {
                    assertThat(says).isNotBlank();
                    assertThat(rule.value()).startsWith("R-LF-");
                }
            }
        }
    }

    /** The model: all states that can be reached are those that are kept, and none is a trap. */
    @Example
    void everyStateIsReachedAndOnlyThoseThatAreOverHaveNoWayOut() {
        var seen = new TreeSet<String>();
        var waiting = new ArrayDeque<MeetingState>();
        waiting.add(MeetingProcess.entered(true));
        waiting.add(MeetingProcess.entered(false));
        while (!waiting.isEmpty()) {
            var state = waiting.remove();
            if (!seen.add(state.code() + (state.equals(new Draft(BY)) ? "+" : ""))) {
                continue;
            }
            var ways = new TreeSet<String>();
            for (var step : STEPS) {
                for (var bits = 0; bits < 128; bits++) {
                    if (MeetingProcess.take(state, step, facts(bits))
                            instanceof Verdict.Allowed(var next)) {
                        ways.add(next.code());
                        waiting.add(next);
                    }
                }
            }
            ways.remove(state.code());
            assertThat(ways.isEmpty())
                    .as(state.code())
                    .isEqualTo(List.of("archived", "cancelled").contains(state.code()));
        }
        assertThat(seen)
                .containsExactly(
                        "accepted",
                        "archived",
                        "cancelled",
                        "draft",
                        "draft+",
                        "in-session",
                        "noticed",
                        "returned",
                        "short",
                        "signed");
    }

    private static Facts facts(int bits) {
        return new Facts(
                (bits & 1) > 0,
                (bits & 2) > 0,
                (bits & 4) > 0,
                (bits & 8) > 0,
                (bits & 16) > 0,
                (bits & 32) > 0,
                (bits & 64) > 0);
    }

    @Provide
    static Arbitrary<List<Turn>> turns() {
        return Combinators.combine(
                        Arbitraries.of(STEPS),
                        Arbitraries.integers().between(0, 127).map(bits -> facts(bits)))
                .as(Turn::new)
                .list()
                .ofMaxSize(25);
    }
}
