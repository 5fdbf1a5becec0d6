package org.sunmao.duty.internal;

import org.springframework.stereotype.Component;
import org.sunmao.access.Scopes;
import org.sunmao.journal.Followed;
import org.sunmao.journal.Follower;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Derives anew the duties of whatever an entry of the journal concerns. */
@Component
class DutyFollower implements Follower {

    private static final Duration REST = Duration.ofMillis(100);

    private final Scopes scopes;
    private final Concerned concerned;
    private final DutyDerivation derivation;

    DutyFollower(Scopes scopes, Concerned concerned, DutyDerivation derivation) {
        this.scopes = scopes;
        this.concerned = concerned;
        this.derivation = derivation;
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
        var _ =
                scopes.system(
                        "duty",
                        scope -> {
                            var organizations = new ArrayList<>(concerned.by(entries));
                            for (var at = 0;
                                    at < organizations.size();
                                    at += WholeDerivation.PART) {
                                var end = Math.min(at + WholeDerivation.PART, organizations.size());
                                derivation.derive(scope, organizations.subList(at, end));
                            }
                            return organizations.size();
                        });
    }
}
