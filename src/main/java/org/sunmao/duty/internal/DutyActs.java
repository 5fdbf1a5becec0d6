package org.sunmao.duty.internal;

import com.github.f4b6a3.uuid.UuidCreator;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.sunmao.access.Receipts;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.duty.DutiesChanged;
import org.sunmao.duty.DutiesChanged.Moved;
import org.sunmao.duty.internal.DutyOrders.DutyDecision;
import org.sunmao.duty.internal.DutyOrders.DutyReason;
import org.sunmao.duty.internal.DutyOrders.DutyWaiver;
import org.sunmao.duty.internal.Saying.Done;
import org.sunmao.duty.internal.Saying.Gone;
import org.sunmao.duty.internal.Saying.Refused;
import org.sunmao.duty.internal.Saying.Step;
import org.sunmao.duty.internal.Saying.Unfit;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.rules.RuleRefused;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;
import org.sunmao.web.Stale;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** What people say of a duty, kept with what comes of it, in one transaction. */
@Service
class DutyActs {

    private static final String ACT = "duty-act";

    private final Scopes scopes;
    private final DutyReading reading;
    private final DutyStore rows;
    private final SaidStore store;
    private final DutyPages pages;
    private final DutyViews views;
    private final Receipts receipts;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DutyActs(
            Scopes scopes,
            DutyReading reading,
            DutyStore rows,
            SaidStore store,
            DutyPages pages,
            DutyViews views,
            Receipts receipts,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.scopes = scopes;
        this.reading = reading;
        this.rows = rows;
        this.store = store;
        this.pages = pages;
        this.views = views;
        this.receipts = receipts;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    DutyView explain(SignedIn who, UUID duty, DutyReason said, @Nullable UUID key) {
        return say(
                who,
                duty,
                key,
                id -> new Words(id, new Step.Explain(id), said.read("请写明原因和打算怎么办")));
    }

    DutyView contest(SignedIn who, UUID duty, DutyReason said, @Nullable UUID key) {
        return say(who, duty, key, id -> new Words(id, new Step.Contest(id), said.read("请写明哪里不对")));
    }

    DutyView decide(SignedIn who, UUID duty, DutyDecision said, @Nullable UUID key) {
        return say(who, duty, key, id -> new Words(id, said.read(), said.why()));
    }

    DutyView waive(SignedIn who, UUID duty, DutyWaiver said, @Nullable UUID key) {
        return say(who, duty, key, id -> new Words(id, said.read(), said.why()));
    }

    private record Words(UUID id, Step step, String reason) {}

    /** What is not there is not there, whatever is said of it. */
    private DutyView say(SignedIn who, UUID duty, @Nullable UUID key, Function<UUID, Words> words) {
        return scopes.write(
                who,
                scope -> {
                    var _ = reading.get(scope, duty).orElseThrow(NotFound::new);
                    var read = words.apply(UuidCreator.getTimeOrderedEpoch());
                    var _ = receipts.once(who, ACT, key, () -> take(who, scope, duty, read));
                    return pages.of(who, scope, reading.get(scope, duty).orElseThrow());
                });
    }

    private UUID take(SignedIn who, Scope scope, UUID id, Words words) {
        var row = rows.lock(id).orElseThrow(NotFound::new);
        var duty = reading.get(scope, id).orElseThrow(NotFound::new);
        var acts = store.of(id);
        if (words.step() instanceof Step.Decide(var act, _)
                && acts.stream().noneMatch(one -> one.id().equals(act))) {
            throw new NotFound();
        }
        var facts = Heard.facts(who, scope, duty, acts);
        switch (Saying.take(Heard.matter(duty, acts), words.step(), facts)) {
            case Done done -> keep(who, scope, row, words, done);
            case Gone(var says) -> throw new Stale(says + "；请看现在的情况", pages.of(who, scope, duty));
            case Refused(var says) -> throw new RuleRefused(views.rule(duty), says);
            case Unfit(var says) -> throw new InputRefused("until", says);
        }
        return words.id();
    }

    private void keep(SignedIn who, Scope scope, DutyRow row, Words words, Done done) {
        var said = said(who, scope, row, words, done);
        var after = done.after();
        var why = done.voidReason();
        var moved = row.moved(after.days(), after.explainedOn(), why, scope.day());
        store.add(said, clock.instant());
        rows.change(List.of(moved));
        journal.append(scope.actor(), act(scope, row, said));
        events.publishEvent(new DutiesChanged(List.of(change(row, moved))));
    }

    private static Moved change(DutyRow before, DutyRow after) {
        return new Moved(
                before.id(),
                before.organization(),
                before.name(),
                before.standing(),
                after.standing());
    }

    private static Said said(SignedIn who, Scope scope, DutyRow duty, Words words, Done done) {
        return new Said(
                words.id(),
                duty.id(),
                done.kind(),
                words.step() instanceof Step.Decide(var answered, _) ? answered : null,
                scope.day(),
                who.account(),
                who.behalf(),
                who.name(),
                who.role().code(),
                words.reason(),
                words.step() instanceof Step.Waive(var until) ? until : null);
    }

    private static Act act(Scope scope, DutyRow duty, Said said) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("duty", duty.name());
        told.put("act", said.id().toString());
        told.put("reason", said.reason());
        if (said.answers() != null) {
            told.put("answers", said.answers().toString());
        }
        if (said.until() != null) {
            told.put("until", said.until().toString());
        }
        return new Act(
                duty.organization(),
                "duty." + said.kind().code(),
                "duty",
                duty.id(),
                scope.day(),
                List.of(duty.rule()),
                told);
    }
}
