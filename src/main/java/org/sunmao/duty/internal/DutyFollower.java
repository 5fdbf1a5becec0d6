package org.sunmao.duty.internal;

import org.springframework.stereotype.Component;
import org.sunmao.access.Scopes;
import org.sunmao.journal.Followed;
import org.sunmao.journal.Follower;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Derives anew the duties of whatever an entry of the journal concerns: at once, or, where so much
 * came at once that there is more behind it, when all of that has been looked through.
 */
@Component
class DutyFollower implements Follower {

    private static final Duration REST = Duration.ofMillis(100);

    /** As many as are handed over at once. */
    private static final int MANY = 1000;

    private final Scopes scopes;
    private final Concerned concerned;
    private final DutyDerivation derivation;
    private final WholeDerivation whole;
    private final Waiting waiting;

    DutyFollower(
            Scopes scopes,
            Concerned concerned,
            DutyDerivation derivation,
            WholeDerivation whole,
            Waiting waiting) {
        this.scopes = scopes;
        this.concerned = concerned;
        this.derivation = derivation;
        this.whole = whole;
        this.waiting = waiting;
    }

    @Override
    public String name() {
        return "duty";
    }

    @Override
    public Duration every() {
        return REST;
    }

    @Override
    public void take(List<Followed> entries) {
        var left = entries.stream().filter(entry -> !whole.covers(entry)).toList();
        if (left.isEmpty()) {
            return;
        }
        var _ =
                scopes.system(
                        "duty",
                        scope -> {
                            var organizations = new ArrayList<>(concerned.by(left));
                            if (entries.size() < MANY
                                    && organizations.size() <= WholeDerivation.PART) {
                                derivation.derive(scope, organizations);
                            } else {
                                waiting.add(organizations);
                            }
                            return organizations.size();
                        });
    }

    /** Part by part, each in a transaction of its own. */
    @Override
    public void rest() {
        var left = true;
        while (left) {
            left = part();
        }
    }

    private boolean part() {
        return scopes.system(
                "duty",
                scope -> {
                    var part = waiting.take(WholeDerivation.PART);
                    if (!part.isEmpty()) {
                        derivation.derive(scope, part);
                    }
                    return part.size() == WholeDerivation.PART;
                });
    }
}
