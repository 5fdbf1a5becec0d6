package org.sunmao.request.internal;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Officers;
import org.sunmao.access.Right;
import org.sunmao.access.Scope;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Tree;
import org.sunmao.code.CodeTable;
import org.sunmao.code.Codes;
import org.sunmao.request.internal.AnswerStore.Progress;
import org.sunmao.request.internal.Request.Decision;
import org.sunmao.request.internal.Request.State;
import org.sunmao.request.internal.RequestChecks.Judged;
import org.sunmao.request.internal.RequestProcess.Facts;
import org.sunmao.request.internal.RequestProcess.Step;
import org.sunmao.request.internal.RequestView.RequestMay;
import org.sunmao.request.internal.RequestView.RequestOrganization;
import org.sunmao.request.internal.RequestView.RequestTarget;
import org.sunmao.rules.Rulebook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Requests as they are shown, and what the asker may do with them. */
@Component
class RequestViews {

    private static final Decision NOBODY = new Decision(new UUID(0, 0), "", Instant.EPOCH, null);

    private final TargetStore targets;
    private final AnswerStore answers;
    private final Burdens burdens;
    private final Rulebook rulebook;
    private final Tree tree;
    private final Codes codes;

    RequestViews(
            TargetStore targets,
            AnswerStore answers,
            Burdens burdens,
            Rulebook rulebook,
            Tree tree,
            Codes codes) {
        this.targets = targets;
        this.answers = answers;
        this.burdens = burdens;
        this.rulebook = rulebook;
        this.tree = tree;
        this.codes = codes;
    }

    Facts facts(SignedIn who, Scope scope, Request request) {
        var by = request.by();
        var member = by.member();
        var issuer =
                by.concerns(who.account())
                        || by.concerns(who.behalf())
                        || (member != null && member.equals(who.member()));
        var approver = request.ask().approver().account();
        return new Facts(
                issuer,
                approver.equals(who.account()) || approver.equals(who.behalf()),
                who.role().may(Right.REQUESTS_ISSUE) && within(scope, request.organization()),
                request.ask().lastOn().isBefore(scope.day()));
    }

    boolean within(Scope scope, UUID organization) {
        return scope.everything()
                || tree.path(organization, scope.day())
                        .filter(path -> scope.subtree().contains(path))
                        .isPresent();
    }

    /** As the calendar has it: what is active on its last day has expired on the next. */
    private static String state(Request request, LocalDate day) {
        var over = request.ask().lastOn().isBefore(day);
        return request.state() instanceof State.Active && over
                ? "expired"
                : RequestRows.code(request.state());
    }

    private static String stateName(String state) {
        return switch (state) {
            case "draft" -> "草稿";
            case "pending" -> "待批准";
            case "active" -> "进行中";
            case "expired" -> "已到期";
            case "refused" -> "未同意";
            case "withdrawn" -> "已撤回";
            case "ended" -> "已停止";
            default -> throw new IllegalStateException(state);
        };
    }

    RequestPreview preview(Scope scope, Judged judged) {
        var faults =
                judged.faults().stream()
                        .map(
                                fault -> {
                                    var id = fault.rule();
                                    var rule =
                                            id == null
                                                    ? null
                                                    : Burdens.name(
                                                            rulebook.rule(
                                                                    id,
                                                                    scope.day(),
                                                                    judged.organization()),
                                                            scope.day());
                                    return new RequestPreview.PreviewFault(
                                            fault.pointer(), fault.says(), rule, fault.place());
                                })
                        .toList();
        return new RequestPreview(judged.burden(), faults);
    }

    RequestApprover approver(Scope scope, Officers.Officer officer) {
        return new RequestApprover(
                officer.account(),
                officer.name(),
                officer.post(),
                named(officer.organization(), scope.day()));
    }

    RequestOrganization named(UUID organization, LocalDate day) {
        return new RequestOrganization(organization, tree.name(organization, day).orElse(""));
    }

    List<RequestItem> items(SignedIn who, Scope scope, List<Request> requests) {
        var own = who.organization();
        var open =
                own == null
                        ? Map.<UUID, LocalDate>of()
                        : answers.open(
                                requests.stream().map(Request::id).toList(), own, scope.day());
        return requests.stream()
                .map(
                        request -> {
                            var ask = request.ask();
                            var state = state(request, scope.day());
                            return new RequestItem(
                                    request.id(),
                                    named(request.organization(), scope.day()),
                                    ask.title(),
                                    ask.document(),
                                    ask.frequency().label(),
                                    ask.minutes(),
                                    ask.startsOn(),
                                    ask.lastOn(),
                                    state,
                                    stateName(state),
                                    request.by().name(),
                                    ask.approver().name(),
                                    state.equals("active") ? open.get(request.id()) : null,
                                    decidable(who, scope, request));
                        })
                .toList();
    }

    private boolean decidable(SignedIn who, Scope scope, Request request) {
        return who.role().may(Right.REQUESTS_APPROVE)
                && RequestProcess.may(
                        request.state(), new Step.Approve(NOBODY), facts(who, scope, request));
    }

    RequestView of(SignedIn who, Scope scope, Request request) {
        var ask = request.ask();
        var day = scope.day();
        var state = state(request, day);
        var decided = RequestRows.decision(request.state());
        var ended = request.state() instanceof State.Ended end ? end : null;
        var issues = within(scope, request.organization());
        return new RequestView(
                request.id(),
                named(request.organization(), day),
                ask.title(),
                ask.document(),
                ask.article(),
                ask.purpose(),
                ask.items().stream().map(RequestView.AskedItem::of).toList(),
                ask.frequency().code(),
                ask.frequency().label(),
                ask.startsOn(),
                ask.answerDays(),
                ask.lastOn(),
                ask.minutes(),
                target(ask, day),
                ask.approver().name(),
                state,
                stateName(state),
                request.by().name(),
                request.at(),
                decided == null ? null : decided.name(),
                decided == null ? null : decided.at(),
                decided == null ? null : decided.reason(),
                ended == null ? null : ended.on(),
                ended == null ? null : ended.by().name(),
                ended == null ? null : ended.reason(),
                burden(scope, request),
                issues ? progress(request, day) : List.of(),
                may(who, scope, request));
    }

    private RequestTarget target(Request.Ask ask, LocalDate day) {
        var kinds =
                ask.kinds().stream()
                        .map(
                                kind ->
                                        new RequestTarget.TargetKind(
                                                kind,
                                                codes.label(CodeTable.ORGANIZATION_KIND, kind)))
                        .toList();
        return new RequestTarget(named(ask.top(), day), kinds);
    }

    /** Of whom it is asked: as fixed, or as it would be today. */
    private @Nullable Burden burden(Scope scope, Request request) {
        var ask = request.ask();
        var path = tree.path(ask.top(), scope.day());
        if (path.isEmpty()) {
            return null;
        }
        var meant = TargetStore.meant(request.organization(), ask, path.get(), scope.day());
        var fixed = targets.periods(request.id());
        var periods = fixed.isEmpty() ? ask.periods(scope.day()) : fixed;
        var count = fixed.isEmpty() ? targets.count(meant) : targets.countFixed(request.id());
        return burdens.of(request.id(), ask.top(), meant, count, periods, ask.minutes());
    }

    private List<RequestView.PeriodProgress> progress(Request request, LocalDate day) {
        var asked = targets.countFixed(request.id());
        return answers.progress(request.id()).stream()
                .map(
                        of -> {
                            var period = of.period();
                            var left = asked - of.answered();
                            var late = period.due().isBefore(day);
                            var begun = !period.from().isAfter(day);
                            return new RequestView.PeriodProgress(
                                    period.key(),
                                    period.name(),
                                    period.from(),
                                    period.due(),
                                    of.answered(),
                                    begun && !late ? left : 0,
                                    late ? left : 0,
                                    sums(request, of));
                        })
                .toList();
    }

    private List<RequestView.ItemSum> sums(Request request, Progress of) {
        var items = request.ask().items();
        return of.sums().stream()
                .filter(sum -> items.get(sum.item()).kind() == Item.Kind.NUMBER)
                .map(
                        sum ->
                                new RequestView.ItemSum(
                                        sum.item(),
                                        items.get(sum.item()).label(),
                                        sum.sum(),
                                        sum.count()))
                .toList();
    }

    private RequestMay may(SignedIn who, Scope scope, Request request) {
        var facts = facts(who, scope, request);
        var state = request.state();
        var approves = who.role().may(Right.REQUESTS_APPROVE);
        var issues = who.role().may(Right.REQUESTS_ISSUE);
        var own = who.organization();
        var today = new Step.End(scope.day(), request.ask().approver(), "");
        return new RequestMay(
                issues && RequestProcess.may(state, new Step.Submit(), facts),
                decidable(who, scope, request),
                approves && RequestProcess.may(state, new Step.Refuse(NOBODY), facts),
                issues && RequestProcess.may(state, new Step.Withdraw(NOBODY), facts),
                issues && RequestProcess.may(state, today, facts),
                state instanceof State.Active
                        && !facts.over()
                        && who.role().may(Right.REQUESTS_ANSWER),
                own != null && targets.asks(request.id(), requireNonNull(own)));
    }
}
