package org.sunmao.message.internal;

import static org.sunmao.access.Right.DUTIES_ANSWER;
import static org.sunmao.access.Right.DUTIES_DECIDE;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.sunmao.access.Right;
import org.sunmao.access.RightHolders;
import org.sunmao.access.RightHolders.Held;
import org.sunmao.access.Scopes;
import org.sunmao.message.internal.Budget.Had;
import org.sunmao.message.internal.NewsStore.Standing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Makes the digests, outside the quiet hours. Every process goes round, and after a standstill the
 * next round tells what came up meanwhile: what was made and what was told stands in the database,
 * so nothing is made or told twice.
 */
@Component
class DigestRound {

    private static final Logger LOG = LoggerFactory.getLogger(DigestRound.class);
    private static final int PIECE = 500;

    /** Who only looks on has nothing to do, and is told nothing. */
    private static final Set<Right> RIGHTS = Set.of(DUTIES_ANSWER, DUTIES_DECIDE);

    private final Scopes scopes;
    private final RightHolders holders;
    private final NewsStore news;
    private final DigestStore store;
    private final Reminders reminders;
    private final MessageTerms terms;
    private final Clock clock;

    DigestRound(
            Scopes scopes,
            RightHolders holders,
            NewsStore news,
            DigestStore store,
            Reminders reminders,
            MessageTerms terms,
            Clock clock) {
        this.scopes = scopes;
        this.holders = holders;
        this.news = news;
        this.store = store;
        this.reminders = reminders;
        this.terms = terms;
        this.clock = clock;
    }

    @Scheduled(cron = "0 */10 * * * *", zone = "${sunmao.zone}")
    void run() {
        try {
            go(clock);
        } catch (RuntimeException e) {
            LOG.error("The digests of today could not be made; the next round tries again", e);
        }
    }

    /** One round over all accounts by a clock; tells how many digests were made. */
    int go(Clock by) {
        var made = 0;
        @Nullable UUID behind = null;
        while (!quiet(LocalDateTime.now(by))) {
            var piece = Recipient.of(holders.behind(behind, RIGHTS, PIECE));
            if (piece.isEmpty()) {
                break;
            }
            made += scopes.system("digest", _ -> make(piece, LocalDateTime.now(by)));
            behind = piece.getLast().account();
        }
        return made;
    }

    private boolean quiet(LocalDateTime now) {
        return terms.budget(now.toLocalDate(), null, true).quiet(now.toLocalTime());
    }

    private int make(List<Recipient> piece, LocalDateTime now) {
        var today = now.toLocalDate();
        var had = store.had(piece.stream().map(Recipient::account).toList(), today);
        var open = piece.stream().filter(one -> !had(had, one).today()).toList();
        var items = items(open, today);
        var made = 0;
        for (var recipient : open) {
            var draft =
                    Draft.of(
                            items.getOrDefault(recipient.account(), List.of()),
                            terms.budget(today, recipient.organization(), recipient.works()),
                            had(had, recipient),
                            now,
                            terms.soonDays(today, recipient.organization()));
            if (draft.isPresent() && make(recipient, draft.get(), now)) {
                made++;
            }
        }
        return made;
    }

    private boolean make(Recipient recipient, Draft draft, LocalDateTime now) {
        var at = now.atZone(clock.getZone()).toInstant();
        return store.make(recipient.account(), now.toLocalDate(), draft, at);
    }

    private static Had had(Map<UUID, Had> had, Recipient recipient) {
        return had.getOrDefault(recipient.account(), Had.NOTHING);
    }

    private Map<UUID, List<Item>> items(List<Recipient> recipients, LocalDate today) {
        var items = new HashMap<UUID, List<Item>>();
        var reminding = reminders.names();
        for (var standing : news.own(held(recipients, DUTIES_ANSWER), reminding, today)) {
            var outlook = outlook(standing, today);
            outlook.news(today, standing.told())
                    .map(
                            kind ->
                                    new Item(
                                            standing.account(),
                                            standing.duty(),
                                            false,
                                            standing.days().due(),
                                            kind,
                                            outlook.gravest(today)))
                    .ifPresent(item -> add(items, item));
        }
        var deciders = held(recipients, DUTIES_DECIDE);
        for (var one : news.deciding(deciders, news.waiting(today), today)) {
            var kind = NewsKind.DECISION;
            add(items, new Item(one.account(), one.duty(), true, one.due(), kind, kind));
        }
        return items;
    }

    private static void add(Map<UUID, List<Item>> items, Item item) {
        items.computeIfAbsent(item.account(), _ -> new ArrayList<>()).add(item);
    }

    private Outlook outlook(Standing standing, LocalDate today) {
        var days = standing.days();
        return new Outlook(
                standing.name().equals(Titles.REQUEST),
                days.opens(),
                days.due(),
                days.yellow(),
                days.red(),
                reminders.days(standing.name(), standing.organization(), days, today));
    }

    private static List<Held> held(List<Recipient> recipients, Right right) {
        return recipients.stream()
                .flatMap(recipient -> recipient.held().stream())
                .filter(held -> held.role().may(right))
                .toList();
    }
}
