package org.sunmao.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.sunmao.house.Proves;
import org.sunmao.meeting.Voting.Counts;
import org.sunmao.meeting.Voting.Share;
import org.sunmao.rules.Rule;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.internal.Law;

/** However many are due, present and in favour: what opens a vote, and what passes. */
class VotingPropertyTests {

    private static final Voting MEMBERS = Voting.ofMembers(rule("R-LF-02"));
    private static final Voting COMMITTEE = Voting.ofCommittee(rule("R-LF-04"));
    private static final Voting ADMISSION = Voting.onAdmission(rule("R-DEV-28"), rule("R-DEV-31"));

    private static Rule rule(String id) {
        return Law.rule(new RuleId(id));
    }

    @Property
    @Proves({"R-LF-02", "R-LF-04"})
    void halfOfThoseDueOpenAVoteAndMoreThanHalfPassIt(
            @ForAll @IntRange(min = 1, max = 500) int due,
            @ForAll @IntRange(max = 500) int come,
            @ForAll @IntRange(max = 500) int agree) {
        var present = Math.min(due, come);
        var favour = Math.min(present, agree);
        for (var voting : new Voting[] {MEMBERS, COMMITTEE}) {
            assertThat(voting.open(due, present)).isEqualTo(present * 2 >= due);
            assertThat(voting.passed(new Counts(due, present, 0, favour, present - favour, 0)))
                    .isEqualTo(present * 2 >= due && favour * 2 > due);
            assertThat(voting.written()).isFalse();
        }
    }

    @Property
    @Proves({"R-DEV-28", "R-DEV-31"})
    void ofAdmissionMoreThanHalfMustComeAndOpinionsOfTheAbsentCountAsVotes(
            @ForAll @IntRange(min = 1, max = 500) int due,
            @ForAll @IntRange(max = 500) int come,
            @ForAll @IntRange(max = 500) int sent,
            @ForAll @IntRange(max = 500) int agree) {
        var present = Math.min(due, come);
        var written = Math.min(due - present, sent);
        var favour = Math.min(present + written, agree);
        var counts = new Counts(due, present, written, favour, 0, present + written - favour);
        assertThat(counts.votes()).isEqualTo(counts.voters());
        assertThat(ADMISSION.open(due, present)).isEqualTo(present * 2 > due);
        assertThat(ADMISSION.passed(counts)).isEqualTo(present * 2 > due && favour * 2 > due);
        assertThat(ADMISSION.opens().least(due)).isEqualTo(due / 2 + 1);
    }

    @Property
    void theLeastNumberReachesAShareAndOneLessDoesNot(
            @ForAll @IntRange(max = 5000) int due,
            @ForAll @IntRange(min = 1, max = 9) int part,
            @ForAll @IntRange(min = 9, max = 100) int of,
            @ForAll boolean more) {
        var share = new Share(part, of, more);
        assertThat(share.reached(share.least(due), due)).isTrue();
        assertThat(share.least(due) == 0 || !share.reached(share.least(due) - 1, due)).isTrue();
    }

    @Example
    void whereNobodyIsEntitledNothingIsDecided() {
        for (var voting : new Voting[] {MEMBERS, COMMITTEE, ADMISSION}) {
            assertThat(voting.open(0, 0)).isFalse();
            assertThat(voting.passed(new Counts(0, 0, 0, 0, 0, 0))).isFalse();
        }
    }
}
