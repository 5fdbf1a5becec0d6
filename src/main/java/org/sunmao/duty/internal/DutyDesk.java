package org.sunmao.duty.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Right;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.duty.internal.DutyReading.Behind;
import org.sunmao.duty.internal.MyDuties.WaitingDecision;
import org.sunmao.duty.internal.SaidStore.Waiting;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;
import org.sunmao.web.NotFound;
import org.sunmao.web.Page;
import org.sunmao.web.PageKey;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Duties for those who look at them. */
@Service
class DutyDesk {

    /** Home never lists more (AF-12). */
    private static final int ON_HOME = 9;

    /** Its {@code cure} is the time to answer, too: then it waits for those above as well. */
    private static final RuleId WARNING = new RuleId("R-WR-01");

    private final Scopes scopes;
    private final DutyReading reading;
    private final SaidStore said;
    private final DutyViews views;
    private final DutyPages pages;
    private final Rulebook rulebook;
    private final LackingPeople lacking;

    DutyDesk(
            Scopes scopes,
            DutyReading reading,
            SaidStore said,
            DutyViews views,
            DutyPages pages,
            Rulebook rulebook,
            LackingPeople lacking) {
        this.scopes = scopes;
        this.reading = reading;
        this.said = said;
        this.views = views;
        this.pages = pages;
        this.rulebook = rulebook;
        this.lacking = lacking;
    }

    Page<DutyItem> list(SignedIn who, DutyQuestion asked, @Nullable String after, int limit) {
        return scopes.read(
                who,
                asked.day(),
                scope -> {
                    var found = reading.list(scope, asked, behind(after), limit + 1);
                    var page = Page.of(found, limit, DutyDesk::key);
                    return new Page<>(views.items(who, scope, page.items()), page.next());
                });
    }

    DutyView get(SignedIn who, UUID id, @Nullable LocalDate day) {
        var view = page(who, id, day, Set.of());
        var people = day == null ? lacking.of(who, view) : Set.<UUID>of();
        return people.isEmpty() ? view : page(who, id, day, people);
    }

    private DutyView page(SignedIn who, UUID id, @Nullable LocalDate day, Set<UUID> people) {
        return scopes.read(
                who,
                day,
                scope ->
                        pages.of(
                                who,
                                scope,
                                reading.get(scope, id).orElseThrow(NotFound::new),
                                lacking.names(scope, people)));
    }

    MyDuties mine(SignedIn who) {
        var own = who.organization();
        if (own == null) {
            return new MyDuties(List.of(), 0, List.of(), false);
        }
        return scopes.read(
                who,
                scope -> {
                    var duties = reading.own(scope, own, ON_HOME);
                    var count = reading.countOwn(scope, own);
                    var waiting = waiting(who, scope, own);
                    return new MyDuties(
                            views.items(who, scope, duties),
                            count - duties.size(),
                            decisions(who, scope, waiting.stream().limit(ON_HOME).toList()),
                            waiting.size() > ON_HOME);
                });
    }

    private List<Waiting> waiting(SignedIn who, Scope scope, UUID own) {
        if (!who.role().may(Right.DUTIES_DECIDE)) {
            return List.of();
        }
        Set<UUID> me = new HashSet<>(Set.of(who.account()));
        if (who.behalf() != null) {
            me.add(who.behalf());
        }
        var longAgo = scope.day().minusDays(rulebook.rule(WARNING, scope.day()).figure("cure"));
        return said.waiting(scope, own, me, longAgo, ON_HOME + 1);
    }

    private List<WaitingDecision> decisions(SignedIn who, Scope scope, List<Waiting> waiting) {
        var items = views.items(who, scope, waiting.stream().map(Waiting::duty).toList());
        return IntStream.range(0, items.size())
                .mapToObj(at -> decision(items.get(at), waiting.get(at)))
                .toList();
    }

    private static WaitingDecision decision(DutyItem item, Waiting it) {
        return new WaitingDecision(
                item, it.kind().code(), it.kind().label(), it.reason(), it.by(), it.on());
    }

    private static List<String> key(ReadDuty duty) {
        return List.of(duty.days().due().toString(), duty.id().toString());
    }

    private static @Nullable Behind behind(@Nullable String after) {
        var values = PageKey.read(after, 2);
        return values == null
                ? null
                : new Behind(PageKey.day(values.getFirst()), PageKey.uuid(values.getLast()));
    }
}
