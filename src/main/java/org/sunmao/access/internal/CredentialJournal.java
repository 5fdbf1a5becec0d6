package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.access.SignedIn;
import org.sunmao.journal.Act;
import org.sunmao.journal.Actor;
import org.sunmao.journal.Journal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells what was done with what opens an account; never what opens it. */
@Component
class CredentialJournal {

    private final Journal journal;
    private final Clock clock;

    CredentialJournal(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** Somebody signed in did something to an account, mostly their own. */
    void tell(SignedIn who, String action, UUID account, Map<String, ?> values) {
        append(who.actor(), act(who.organization(), action, "account", account, values));
    }

    /** The system did, for somebody who is not signed in. */
    void tell(Scope scope, String action, UUID account, Map<String, ?> values) {
        append(scope.actor(), act(null, action, "account", account, values));
    }

    Act act(
            @Nullable UUID organization,
            String action,
            String kind,
            UUID subject,
            Map<String, ?> values) {
        var today = LocalDate.now(clock);
        return new Act(organization, action, kind, subject, today, List.of(), values);
    }

    private void append(Actor actor, Act act) {
        journal.append(actor, act);
    }
}
