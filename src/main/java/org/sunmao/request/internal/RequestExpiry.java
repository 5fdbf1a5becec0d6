package org.sunmao.request.internal;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scopes;
import org.sunmao.request.internal.RequestProcess.Facts;
import org.sunmao.request.internal.RequestProcess.Step;
import org.sunmao.request.internal.RequestProcess.Verdict;

/** Lets requests die on the day after their last (AF-08), so that nobody owes an answer then. */
@Component
class RequestExpiry {

    private static final Facts OVER = new Facts(false, false, false, true);

    private final Scopes scopes;
    private final RequestStore store;
    private final RequestJournal journal;

    RequestExpiry(Scopes scopes, RequestStore store, RequestJournal journal) {
        this.scopes = scopes;
        this.store = store;
        this.journal = journal;
    }

    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT20S")
    void run() {
        scopes.system(
                "request",
                scope -> {
                    for (var request : store.expiring(scope.day())) {
                        var verdict = RequestProcess.take(request.state(), new Step.Expire(), OVER);
                        if (verdict instanceof Verdict.Became(var state)) {
                            store.move(request.id(), state);
                            journal.add(scope, request, "expire", null);
                        }
                    }
                    return scope;
                });
    }
}
