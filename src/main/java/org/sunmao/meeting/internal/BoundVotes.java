package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.meeting.NewMeeting.NewVote;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Votes as they are found again in minutes that are written anew. */
final class BoundVotes {

    private BoundVotes() {}

    /** With those who did not count, as it was, where nothing was said of them. */
    static List<NewVote> kept(MeetingWish sent, List<NewVote> read, List<Vote> kept) {
        var wished = sent.votes();
        var votes = new ArrayList<NewVote>();
        for (var at = 0; at < read.size(); at++) {
            var vote = read.get(at);
            var silent =
                    wished == null || Objects.requireNonNull(wished.get(at)).excluded() == null;
            var before = kept.stream().filter(one -> one.matter().equals(vote.matter())).findAny();
            votes.add(
                    silent && before.isPresent()
                            ? vote.of(before.get().excluded(), vote.bound())
                            : vote);
        }
        return votes;
    }

    static boolean any(List<Vote> kept) {
        return kept.stream().anyMatch(Vote::bound);
    }

    /** The first on which a procedure rests and that stands no more as it was counted. */
    static @Nullable Vote lost(List<Vote> kept, List<Vote> read) {
        return kept.stream()
                .filter(Vote::bound)
                .filter(one -> read.stream().noneMatch(one::same))
                .findFirst()
                .orElse(null);
    }

    /** Those that are the same keep their identity. */
    static List<Vote> as(List<Vote> kept, List<Vote> read) {
        return read.stream().map(vote -> of(kept, vote).map(vote::as).orElse(vote)).toList();
    }

    private static Optional<Vote> of(List<Vote> kept, Vote vote) {
        return kept.stream().filter(Vote::bound).filter(vote::same).findFirst();
    }
}
