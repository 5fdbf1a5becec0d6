package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.meeting.internal.MeetingProcess.Step;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Puts away what was accepted of the years before, from the end of January on (process LF,
 * R-LF-15); what still promises something waits until that is done. Part by part, each in a
 * transaction of its own; what was put away is not found again, so any number of processes may be
 * at it.
 */
@Component
class MeetingArchive {

    /** How many at a time. */
    private static final int PART = 500;

    private static final Logger LOG = LoggerFactory.getLogger(MeetingArchive.class);

    private final Scopes scopes;
    private final MeetingStore store;
    private final MeetingSteps steps;
    private final MeetingRules rules;

    MeetingArchive(Scopes scopes, MeetingStore store, MeetingSteps steps, MeetingRules rules) {
        this.scopes = scopes;
        this.store = store;
        this.steps = steps;
        this.rules = rules;
    }

    /** A process that was down on the day looks when it starts. */
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "0 40 2 * * *", zone = "${sunmao.zone}")
    void run() {
        Meeting last = null;
        do {
            last = part(last);
        } while (last != null);
    }

    private @Nullable Meeting part(@Nullable Meeting after) {
        var part =
                scopes.<List<Meeting>>system(
                        "archive",
                        scope -> {
                            var before = scope.day().withDayOfYear(1);
                            var found = store.accepted(before, after, PART);
                            archive(scope, found);
                            return found;
                        });
        return part.size() < PART ? null : part.getLast();
    }

    private void archive(Scope scope, List<Meeting> found) {
        var day = scope.day();
        List<UUID> due = found.stream().filter(one -> isDue(one, day)).map(Meeting::id).toList();
        if (!due.isEmpty()) {
            LOG.info("{} meetings of the years before are archived", due.size());
            steps.take(scope, due, "archive", day, null, _ -> new Step.Archive());
        }
    }

    private boolean isDue(Meeting meeting, LocalDate day) {
        return !day.isBefore(rules.archivedOn(meeting.when().on(), meeting.organization()))
                && MeetingProcess.may(
                        meeting.state(),
                        new Step.Archive(),
                        steps.facts(meeting, day, true, false));
    }
}
