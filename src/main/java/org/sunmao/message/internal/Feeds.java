package org.sunmao.message.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Guesses;
import org.sunmao.access.Right;
import org.sunmao.access.RightHolders;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.message.internal.FeedStore.Entry;
import org.sunmao.web.NotFound;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** One's duties as a calendar that a program fetches by a secret address, until it is revoked. */
@Service
class Feeds {

    private static final String PATH = "/api/feeds/duties/";
    private static final int MOST = 1000;

    /** What is farther off changes still. */
    private static final int DAYS_AHEAD = 400;

    /** The address, shown this once. */
    record NewFeed(String url) {}

    /** Whether there is one, and since when. */
    record FeedState(@Nullable Instant madeAt) {}

    private final Scopes scopes;
    private final FeedStore store;
    private final RightHolders holders;
    private final Guesses guesses;
    private final Journal journal;
    private final DutyCalendar calendar;
    private final Clock clock;

    Feeds(
            Scopes scopes,
            FeedStore store,
            RightHolders holders,
            Guesses guesses,
            Journal journal,
            Titles titles,
            Clock clock) {
        this.scopes = scopes;
        this.store = store;
        this.holders = holders;
        this.guesses = guesses;
        this.journal = journal;
        this.calendar = new DutyCalendar(titles, clock.getZone());
        this.clock = clock;
    }

    FeedState state(SignedIn who) {
        return scopes.read(who, _ -> new FeedState(store.madeAt(who.account()).orElse(null)));
    }

    NewFeed make(SignedIn who) {
        var secret = FeedSecret.next();
        scopes.write(
                who,
                scope -> {
                    store.make(who.account(), secret, clock.instant());
                    journal.append(scope.actor(), act(who, scope.day(), "message.feed-make"));
                    return scope;
                });
        return new NewFeed(PATH + secret.reveal() + ".ics");
    }

    /** From now on the address is none; where there is none, nothing is to be done. */
    void revoke(SignedIn who) {
        scopes.write(
                who,
                scope -> {
                    if (store.revoke(who.account())) {
                        journal.append(scope.actor(), act(who, scope.day(), "message.feed-revoke"));
                    }
                    return scope;
                });
    }

    private static Act act(SignedIn who, LocalDate day, String action) {
        return new Act(
                who.organization(), action, "account", who.account(), day, List.of(), Map.of());
    }

    /**
     * The calendar behind an address: of the organizations over which its account has a right now.
     *
     * @throws NotFound if the address is none, or whoever made it has lost account or right
     */
    String fetch(String sent, String source) {
        return guesses.guess(
                "feed",
                source,
                "日历订阅地址错误次数过多",
                () -> {
                    var secret = FeedSecret.read(sent).orElseThrow(NotFound::new);
                    return calendar.write(entries(account(secret)));
                });
    }

    private UUID account(FeedSecret secret) {
        return scopes
                .system("feed", _ -> store.find(secret).map(List::of).orElse(List.of()))
                .stream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private List<Entry> entries(UUID account) {
        var readers =
                holders.as(account).stream()
                        .filter(who -> who.role().may(Right.DUTIES_READ))
                        .toList();
        if (readers.isEmpty()) {
            throw new NotFound();
        }
        var until = LocalDate.now(clock).plusDays(DAYS_AHEAD);
        var entries = new LinkedHashSet<Entry>();
        for (var who : readers) {
            var organization = Objects.requireNonNull(who.organization());
            entries.addAll(
                    scopes.readOwnOrganization(
                            who, null, scope -> store.duties(scope, organization, until, MOST)));
        }
        var sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparing(Entry::due).thenComparing(Entry::id));
        return sorted;
    }
}
