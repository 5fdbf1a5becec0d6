package org.sunmao.request.internal;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What is asked of organizations below, by whom, and how far it has come. */
record Request(UUID id, UUID organization, Ask ask, By by, Instant at, State state) {

    /**
     * What is asked.
     *
     * @param document of the basis; with its article
     * @param answerDays how many days there are to answer, in each period
     * @param lastOn the last day: after it, nothing is asked any more
     * @param minutes what one answer is thought to take
     * @param top of which organization and all below it
     * @param kinds those of these kinds; of none, all
     */
    record Ask(
            String title,
            String document,
            String article,
            String purpose,
            List<Item> items,
            Frequency frequency,
            LocalDate startsOn,
            int answerDays,
            LocalDate lastOn,
            int minutes,
            UUID top,
            List<String> kinds,
            Officer approver) {

        Ask {
            items = List.copyOf(items);
            kinds = List.copyOf(kinds);
        }

        /** The periods, where it begins on a day or, if that is later, on its own first day. */
        List<Period> periods(LocalDate day) {
            var first = startsOn.isBefore(day) ? day : startsOn;
            return Period.of(frequency, first, lastOn, answerDays);
        }
    }

    /** Somebody with an account. */
    record Officer(UUID account, String name) {}

    /**
     * Who asks.
     *
     * @param member whom the account belongs to, if to a member
     * @param behalf the account acted for, by a deputy
     */
    record By(UUID account, @Nullable UUID member, @Nullable UUID behalf, String name) {

        /** Whether that account had part in it. */
        boolean concerns(@Nullable UUID other) {
            return other != null && (other.equals(account) || other.equals(behalf));
        }
    }

    /** Who decided, when, and with which words. */
    record Decision(UUID account, String name, Instant at, @Nullable String reason) {}

    /** How far it has come. */
    sealed interface State {
        record Draft() implements State {}

        record Pending() implements State {}

        record Active(Decision approved) implements State {}

        /** Its last day has gone by. */
        record Expired(Decision approved) implements State {}

        record Refused(Decision by) implements State {}

        record Withdrawn(Decision by) implements State {}

        record Ended(Decision approved, LocalDate on, Officer by, String reason) implements State {}
    }
}
