package org.sunmao.duty.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.access.Right;
import org.sunmao.access.Scope;
import org.sunmao.access.SignedIn;
import org.sunmao.duty.internal.Saying.Facts;
import org.sunmao.duty.internal.Saying.Matter;
import org.sunmao.duty.internal.Saying.Waits;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What was said of one duty, as {@link Saying} wants to know it. */
final class Heard {

    private Heard() {}

    static Matter matter(ReadDuty duty, List<Said> acts) {
        var waiting = waiting(acts);
        var waits = waiting == null ? null : new Waits(waiting.id(), waiting.kind());
        return new Matter(duty.days(), duty.row().explainedOn(), waits);
    }

    static Facts facts(SignedIn who, Scope scope, ReadDuty duty, List<Said> acts) {
        var waiting = waiting(acts);
        var above = !duty.organization().equals(who.organization());
        return new Facts(
                scope.day(),
                who.role().may(Right.DUTIES_ANSWER),
                who.role().may(Right.DUTIES_DECIDE) && above,
                waiting != null && waiting.isBy(who.account(), who.behalf()));
    }

    /** The explanation or contest that nobody has answered; there is one at most. */
    private static @Nullable Said waiting(List<Said> acts) {
        var answered =
                acts.stream()
                        .map(Said::answers)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        return acts.stream()
                .filter(one -> one.kind() == Said.Kind.EXPLAIN || one.kind() == Said.Kind.CONTEST)
                .filter(one -> !answered.contains(one.id()))
                .findFirst()
                .orElse(null);
    }
}
