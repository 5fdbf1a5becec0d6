package org.sunmao.admission.internal;

import com.github.f4b6a3.uuid.UuidCreator;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Receipts;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.admission.internal.AdmissionController.ConversionWish;
import org.sunmao.admission.internal.Ballots.Held;
import org.sunmao.admission.internal.Ballots.Matter;
import org.sunmao.admission.internal.Committees.Line;
import org.sunmao.admission.internal.Judging.Judged;
import org.sunmao.meeting.AdmissionOrder;
import org.sunmao.meeting.NewMeeting.Recording;
import org.sunmao.rules.RuleId;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;
import org.sunmao.web.Stale;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Taking a step: read, judged by the process, kept with all that follows from it, or refused. */
@Service
class StepDesk {

    private final Scopes scopes;
    private final Receipts receipts;
    private final AdmissionStore store;
    private final StepReader reader;
    private final Forms forms;
    private final Judging judging;
    private final Committees committees;
    private final Ballots ballots;
    private final Taking taking;
    private final Explanations explanations;
    private final PaperStore papers;
    private final HandoverStore handovers;
    private final AdmissionViews views;
    private final Clock clock;

    StepDesk(
            Scopes scopes,
            Receipts receipts,
            AdmissionStore store,
            StepReader reader,
            Forms forms,
            Judging judging,
            Committees committees,
            Ballots ballots,
            Taking taking,
            Explanations explanations,
            PaperStore papers,
            HandoverStore handovers,
            AdmissionViews views,
            Clock clock) {
        this.scopes = scopes;
        this.receipts = receipts;
        this.store = store;
        this.reader = reader;
        this.forms = forms;
        this.judging = judging;
        this.committees = committees;
        this.ballots = ballots;
        this.taking = taking;
        this.explanations = explanations;
        this.papers = papers;
        this.handovers = handovers;
        this.views = views;
        this.clock = clock;
    }

    /**
     * A step as it was asked for.
     *
     * @param version the case was looked at in; of two who act at once, one wins
     * @param own whether the person takes it in their own matter
     */
    record Asked(UUID id, StepCode code, int version, StepWish sent, boolean own) {}

    /** Takes a step; under a key that was used before, shows what came of it then. */
    AdmissionView take(SignedIn who, Asked asked, @Nullable UUID key) {
        return scopes.write(
                who,
                scope -> {
                    receipts.once(who, "admission-step", key, () -> take(who, scope, asked));
                    return views.get(who, scope, asked.id());
                });
    }

    /** The person's own step: of the one way of theirs that is not over. */
    AdmissionView applyForConversion(
            SignedIn who, int version, ConversionWish sent, @Nullable UUID key) {
        var person = who.member();
        if (person == null) {
            throw new NotFound();
        }
        var open =
                scopes.read(
                        who,
                        scope ->
                                store.of(scope, person).stream()
                                        .filter(one -> one.waiting().next() != null)
                                        .map(Admission::id)
                                        .findFirst());
        var id = open.orElseThrow(NotFound::new);
        var code = StepCode.CONVERSION_APPLICATION;
        var wish = new StepWish(sent.on(), null, sent.fields(), null);
        return take(who, new Asked(id, code, version, wish, true), key);
    }

    private UUID take(SignedIn who, Scope scope, Asked asked) {
        var was = store.lock(scope, asked.id()).orElseThrow(NotFound::new);
        if (was.version() != asked.version()) {
            throw new Stale("您打开之后，别人办过一步，请看现在到了哪里再办", views.of(who, scope, was));
        }
        var line = committees.of(was.organization(), scope.day());
        allowed(who, scope, was, line, asked);
        idle(scope, was);
        var on = AdmissionDesk.day(asked.sent().on(), "on", scope.day());
        var told = new Told(asked.sent().fields());
        var ground =
                new StepReader.Ground(was.organization(), papers.kept(was, papers.of(was.id())));
        var read = reader.read(asked.code(), on, told, ground);
        var kept = new LinkedHashMap<>(forms.read(asked.code(), told));
        var reason = AdmissionDesk.reason(asked.sent().reason());
        var held = held(who, scope, was, asked, read, reason);
        var step = held == null ? read : StepReader.voted(read, held.result().counts());
        if (held != null) {
            kept.put("counts", held.result().says());
        }
        return judged(who, scope, was, line, asked, step, kept, held, reason);
    }

    private UUID judged(
            SignedIn who,
            Scope scope,
            Admission was,
            Line line,
            Asked asked,
            Step step,
            Map<String, Object> told,
            @Nullable Held held,
            @Nullable String reason) {
        var acting = Actors.acting(who, asked.code(), line);
        var judged = judging.judge(was.stage(), step, line, line.power(who.organization()));
        var meeting = held == null ? null : held.meeting();
        var by = new Taken.By(who.account(), who.behalf(), who.name(), clock.instant());
        if (judged.breaches().isEmpty()) {
            return taking.take(
                    scope,
                    was,
                    new Taking.Act(step, told, acting, meeting, reason, null, by),
                    judged);
        }
        return explained(scope, was, step, told, meeting, judged, reason, acting, by);
    }

    /** What breaks a rule that a reason may stand in for waits for the superior. */
    private UUID explained(
            Scope scope,
            Admission was,
            Step step,
            Map<String, Object> told,
            @Nullable UUID meeting,
            Judged judged,
            @Nullable String reason,
            UUID acting,
            Taken.By by) {
        var first = judged.breaches().getFirst();
        if (reason == null) {
            throw judging.refused(
                    new RuleId(first.rule()),
                    first.says() + "。确实这样办的，请写明原因，报上级党委审签",
                    step.on(),
                    was.organization(),
                    "reason");
        }
        var asked =
                new Explanation(
                        UuidCreator.getTimeOrderedEpoch(),
                        was.id(),
                        StepCode.of(step),
                        step.on(),
                        step,
                        List.of(),
                        told,
                        meeting,
                        judged.breaches(),
                        reason,
                        acting,
                        by);
        return explanations.ask(scope, was, asked);
    }

    private void allowed(SignedIn who, Scope scope, Admission was, Line line, Asked asked) {
        var own = asked.own() && was.person().equals(who.member());
        if (asked.own() != own || asked.code() == StepCode.APPLICATION) {
            throw new NotFound();
        }
        var judged = Actors.entitled(asked.code()) && line.hasAbove(who.organization());
        if (!own && !judged && !Actors.hand(who, scope, line).may(asked.code())) {
            throw judging.refused(
                    Rules.of(asked.code()),
                    Actors.wrong(asked.code(), line),
                    scope.day(),
                    was.organization());
        }
    }

    /** While something is on its way, nothing else is done. */
    private void idle(Scope scope, Admission was) {
        if (explanations.open(was.id()).isPresent()) {
            throw judging.refused(
                    Rules.EXPLAINED, "有一份情况说明等上级党委审签，审签以后再办", scope.day(), was.organization());
        }
        if (handovers.open(was.id()).isPresent()) {
            throw judging.refused(
                    Rules.MOVED, "材料正在转接，接收的党组织审查以后再办", scope.day(), was.organization());
        }
    }

    private @Nullable Held held(
            SignedIn who,
            Scope scope,
            Admission was,
            Asked asked,
            Step read,
            @Nullable String reason) {
        var matter = matter(was, read);
        if (matter == null) {
            return null;
        }
        var wish = asked.sent().vote();
        if (wish == null) {
            throw new InputRefused("vote", "请填写支部大会的到会和表决情况");
        }
        return ballots.hold(
                scope, matter, wish, reason, new Recording(who.name(), clock.instant()));
    }

    private static @Nullable Matter matter(Admission was, Step step) {
        var name = was.whose().name();
        var topic =
                switch (step) {
                    case Step.Vote _ -> "讨论接收" + name + "为预备党员";
                    case Step.VoteConversion it ->
                            switch (it.outcome()) {
                                case CONVERT -> "讨论" + name + "转为正式党员";
                                case EXTEND -> "讨论延长" + name + "的预备期";
                                case CANCEL -> "讨论取消" + name + "的预备党员资格";
                            };
                    default -> null;
                };
        if (topic == null) {
            return null;
        }
        var order =
                step instanceof Step.Vote ? AdmissionOrder.ACCEPTANCE : AdmissionOrder.CONVERSION;
        return new Matter(was.organization(), topic, name, order, step.on());
    }
}
