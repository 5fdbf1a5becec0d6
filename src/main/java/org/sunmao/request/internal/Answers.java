package org.sunmao.request.internal;

import com.github.f4b6a3.uuid.UuidCreator;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.sunmao.access.Receipts;
import org.sunmao.access.Right;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Tree;
import org.sunmao.request.internal.AnswerStore.Answer;
import org.sunmao.request.internal.Request.State;
import org.sunmao.rules.RuleRefused;
import org.sunmao.rules.Rulebook;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;
import org.sunmao.web.Page;
import org.sunmao.web.PageKey;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** Answering a request, correcting an answer, and looking at answers. */
@Service
class Answers {

    private static final int REASON = 300;
    private static final String EXPIRED = "这项要求已经到期，不用再填报";

    /**
     * An answer as it is sent.
     *
     * @param on the own day of what is told; today, where none is given
     * @param reason needed for a day before today (AF-13), and to correct
     */
    record SaidAnswer(
            @Nullable UUID organization,
            @Nullable String period,
            @Nullable List<@Nullable String> values,
            @Nullable String on,
            @Nullable String reason) {}

    private final Scopes scopes;
    private final Receipts receipts;
    private final RequestStore requests;
    private final TargetStore targets;
    private final AnswerStore store;
    private final RequestViews views;
    private final RequestJournal journal;
    private final Tree tree;
    private final Rulebook rulebook;
    private final Clock clock;

    Answers(
            Scopes scopes,
            Receipts receipts,
            RequestStore requests,
            TargetStore targets,
            AnswerStore store,
            RequestViews views,
            RequestJournal journal,
            Tree tree,
            Rulebook rulebook,
            Clock clock) {
        this.scopes = scopes;
        this.receipts = receipts;
        this.requests = requests;
        this.targets = targets;
        this.store = store;
        this.views = views;
        this.journal = journal;
        this.tree = tree;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    AnswersView answer(SignedIn who, UUID id, SaidAnswer said, @Nullable UUID key) {
        try {
            return scopes.write(
                    who,
                    scope -> {
                        var request = requests.get(scope, id).orElseThrow(NotFound::new);
                        var organization = organization(who, scope, request, said.organization());
                        receipts.once(
                                who,
                                "request-answer",
                                key,
                                () -> add(who, scope, request, organization, said));
                        return view(who, scope, request, organization);
                    });
        } catch (DuplicateKeyException _) {
            throw new InputRefused("period", "刚刚有人填报了这一期，请刷新后查看");
        }
    }

    private UUID add(
            SignedIn who, Scope scope, Request request, UUID organization, SaidAnswer said) {
        checkRunning(scope, request);
        var period = period(scope, request, said.period());
        var before =
                store.of(request.id(), organization).stream()
                        .filter(answer -> answer.period().equals(period.key()))
                        .toList();
        var on = on(scope, period, said.on());
        var reason = WishText.optional(said.reason(), "reason");
        if (reason == null && !before.isEmpty()) {
            throw new InputRefused("reason", "这一期已经填报过，更正请写明原因");
        }
        if (reason == null && on.isBefore(scope.day())) {
            throw new InputRefused("reason", "补录以前办的事，请写明原因");
        }
        var values = AnswerReader.values(request.ask().items(), said.values());
        var answer =
                new Answer(
                        UuidCreator.getTimeOrderedEpoch(),
                        request.id(),
                        organization,
                        period.key(),
                        before.size() + 1,
                        values,
                        on,
                        reason == null ? null : WishText.within(reason, "reason", REASON),
                        who.account(),
                        who.behalf(),
                        who.name(),
                        clock.instant());
        store.add(answer);
        record(scope, request, answer);
        return answer.id();
    }

    private void record(Scope scope, Request request, Answer answer) {
        var values = new LinkedHashMap<String, Object>();
        values.put("title", request.ask().title());
        values.put("period", Period.name(answer.period()));
        values.put("answers", answer.values());
        if (answer.reason() != null) {
            values.put("reason", answer.reason());
        }
        journal.answered(
                scope,
                answer.organization(),
                request.id(),
                answer.number() > 1,
                answer.on(),
                values);
    }

    /** The one that answers: in the scope of who does it, and asked. */
    private UUID organization(SignedIn who, Scope scope, Request request, @Nullable UUID named) {
        var own = who.organization();
        if (named == null && own != null && !targets.asks(request.id(), own)) {
            throw new InputRefused("organization", "没有要本级填报，请选择代哪个下级党组织填报");
        }
        var organization = named == null ? own : named;
        if (organization == null
                || tree.path(organization, scope.day())
                        .filter(path -> scope.everything() || scope.subtree().contains(path))
                        .isEmpty()) {
            throw new NotFound();
        }
        if (!targets.asks(request.id(), organization)) {
            throw new InputRefused("organization", "这项要求没有下达给这个党组织，请选收到要求的党组织");
        }
        return organization;
    }

    private void checkRunning(Scope scope, Request request) {
        var rule = rulebook.rule(RequestReader.GATE, scope.day(), request.organization());
        if (request.state() instanceof State.Ended) {
            throw new RuleRefused(rule, "这项要求已经停止，不用再填报");
        }
        if (request.state() instanceof State.Expired) {
            throw new RuleRefused(rule, EXPIRED);
        }
        if (!(request.state() instanceof State.Active)) {
            throw new RuleRefused(rule, "这项要求还没有下发，不用填报");
        }
        if (request.ask().lastOn().isBefore(scope.day())) {
            throw new RuleRefused(rule, EXPIRED);
        }
    }

    private Period period(Scope scope, Request request, @Nullable String key) {
        var period =
                targets.periods(request.id()).stream()
                        .filter(one -> one.key().equals(key))
                        .findFirst()
                        .orElseThrow(() -> new InputRefused("period", "没有这一期，请重新选择"));
        if (period.from().isAfter(scope.day())) {
            throw new InputRefused("period", "这一期从 " + period.from() + " 开始，到时再填报");
        }
        return period;
    }

    private static LocalDate on(Scope scope, Period period, @Nullable String sent) {
        var on = WishText.day(sent, "on");
        if (on == null) {
            return scope.day();
        }
        if (on.isAfter(scope.day())) {
            throw new InputRefused("on", "办理日期还没有到，请改为今天或以前");
        }
        if (on.isBefore(period.from())) {
            throw new InputRefused("on", "这一期从 " + period.from() + " 开始，请改正办理日期");
        }
        return on;
    }

    AnswersView get(SignedIn who, UUID id, @Nullable UUID named) {
        return scopes.read(
                who,
                scope -> {
                    var request = requests.get(scope, id).orElseThrow(NotFound::new);
                    var own = who.organization();
                    if (named == null && own != null && !targets.asks(id, own)) {
                        return new AnswersView(views.named(own, scope.day()), false, List.of());
                    }
                    return view(who, scope, request, organization(who, scope, request, named));
                });
    }

    private AnswersView view(SignedIn who, Scope scope, Request request, UUID organization) {
        var given = store.of(request.id(), organization);
        var answered = who.role().may(Right.REQUESTS_ANSWER) && running(scope, request);
        var periods =
                targets.periods(request.id()).stream()
                        .map(
                                period -> {
                                    var of =
                                            given.stream()
                                                    .filter(
                                                            answer ->
                                                                    answer.period()
                                                                            .equals(period.key()))
                                                    .toList();
                                    return AnswersView.PeriodAnswer.of(period, of, scope.day());
                                })
                        .toList();
        return new AnswersView(views.named(organization, scope.day()), answered, periods);
    }

    private static boolean running(Scope scope, Request request) {
        return request.state() instanceof State.Active
                && !request.ask().lastOn().isBefore(scope.day());
    }

    /** Who is asked, with what they answered for a period, in the order of the tree. */
    Page<AskedOrganization> organizations(
            SignedIn who,
            UUID id,
            @Nullable String named,
            @Nullable Boolean answered,
            @Nullable String after,
            int limit) {
        var key = PageKey.read(after, 1);
        return scopes.read(
                who,
                scope -> {
                    var request = requests.get(scope, id).orElseThrow(NotFound::new);
                    var of = period(request, named, scope.day());
                    if (of == null) {
                        return new Page<>(List.of(), null);
                    }
                    var rows =
                            store.organizations(
                                    id,
                                    of.key(),
                                    answered,
                                    key == null ? null : key.getFirst(),
                                    scope.day(),
                                    limit + 1);
                    var page = Page.of(rows, limit, row -> List.of(row.path()));
                    return new Page<>(
                            page.items().stream()
                                    .map(row -> AskedOrganization.of(row, of, scope.day()))
                                    .toList(),
                            page.next());
                });
    }

    /** The one that is named, or the last that has begun; null before the approval. */
    private @Nullable Period period(Request request, @Nullable String named, LocalDate day) {
        var periods = targets.periods(request.id());
        if (named == null) {
            return periods.stream()
                    .filter(one -> !one.from().isAfter(day))
                    .reduce((_, later) -> later)
                    .orElse(periods.isEmpty() ? null : periods.getFirst());
        }
        return periods.stream()
                .filter(one -> one.key().equals(named))
                .findFirst()
                .orElseThrow(() -> new InputRefused("period", "没有这一期，请重新选择"));
    }
}
