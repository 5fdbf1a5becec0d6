package org.sunmao.meeting.internal;

import com.github.f4b6a3.uuid.UuidCreator;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Receipts;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.meeting.Meetings.Part;
import org.sunmao.meeting.NewMeeting.Person;
import org.sunmao.meeting.NewMeeting.Recording;
import org.sunmao.meeting.internal.MeetingProcess.Step;
import org.sunmao.meeting.internal.MeetingState.Check;
import org.sunmao.meeting.internal.MeetingState.Signature;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** Recording a meeting and taking its steps, for people. */
@Service
class MeetingDesk {

    private static final int REASON = 300;
    private static final int SAYS = 2000;

    private final Scopes scopes;
    private final Receipts receipts;
    private final MeetingRecords records;
    private final MeetingStore store;
    private final MeetingSteps steps;
    private final MeetingRules rules;
    private final MeetingViews views;
    private final MeetingJournal journal;
    private final Clock clock;

    MeetingDesk(
            Scopes scopes,
            Receipts receipts,
            MeetingRecords records,
            MeetingStore store,
            MeetingSteps steps,
            MeetingRules rules,
            MeetingViews views,
            MeetingJournal journal,
            Clock clock) {
        this.scopes = scopes;
        this.receipts = receipts;
        this.records = records;
        this.store = store;
        this.steps = steps;
        this.rules = rules;
        this.views = views;
        this.journal = journal;
        this.clock = clock;
    }

    /** Records one; under a key that was used before, shows what was recorded then. */
    MeetingView add(SignedIn who, UUID organization, MeetingWish sent, @Nullable UUID key) {
        return scopes.write(
                who,
                scope -> {
                    var by = new Recording(who.name(), clock.instant());
                    var id =
                            receipts.once(
                                    who,
                                    "meeting",
                                    key,
                                    () ->
                                            records.record(
                                                    scope,
                                                    MeetingReader.read(
                                                            organization, null, sent, by)));
                    return views.get(who, scope, id);
                });
    }

    MeetingView get(SignedIn who, UUID id) {
        return scopes.read(who, scope -> views.get(who, scope, id));
    }

    MeetingView publish(SignedIn who, UUID id) {
        return take(who, id, "publish", null, _ -> new Step.Publish());
    }

    /** Who signs for another is named beside them (AF-04). */
    MeetingView sign(SignedIn who, UUID id, @Nullable String sent) {
        var part = part(sent);
        return take(
                who,
                id,
                "sign",
                null,
                meeting -> new Step.Sign(part, signature(who, meeting, part)));
    }

    private static Part part(@Nullable String sent) {
        for (var part : Part.values()) {
            if (part.code().equals(sent)) {
                return part;
            }
        }
        throw new InputRefused("as", "请选择以记录人（recorder）还是主持人（chair）签字");
    }

    private Signature signature(SignedIn who, Meeting meeting, Part part) {
        var heads = meeting.heads();
        var head = part == Part.CHAIR ? heads.chair() : heads.recorder();
        return new Signature(signed(who, head), clock.instant());
    }

    private static String signed(SignedIn who, @Nullable Person head) {
        var name = head == null ? null : head.name();
        var own = head != null && Objects.equals(head.member(), who.member());
        return name == null || name.equals(who.name()) || (own && who.member() != null)
                ? Objects.requireNonNullElse(name, who.name())
                : "%s（%s代签）".formatted(name, who.name());
    }

    MeetingView cancel(SignedIn who, UUID id, @Nullable String sent) {
        var reason = required(sent, "reason", REASON, "请写明为什么撤销");
        return take(who, id, "cancel", reason, _ -> new Step.Cancel(reason));
    }

    /** What an organization above found: the content is looked at, and no photographs. */
    MeetingView check(SignedIn who, UUID id, boolean accept, @Nullable String sent) {
        var reason = accept ? optional(sent) : required(sent, "reason", REASON, "退回请写明要改什么");
        var check = new Check(who.name(), clock.instant(), reason);
        return take(
                who,
                id,
                "check",
                reason,
                meeting -> {
                    if (!MeetingMays.above(who, meeting.organization())) {
                        throw rules.refused(
                                MeetingProcess.MINUTES,
                                LocalDate.now(clock),
                                meeting.organization(),
                                "本级的会议记录由上级党组织检查");
                    }
                    return accept ? new Step.Accept(check) : new Step.Return(check);
                });
    }

    private MeetingView take(
            SignedIn who,
            UUID id,
            String verb,
            @Nullable String reason,
            Function<Meeting, Step> stepping) {
        return scopes.write(
                who,
                scope -> {
                    steps.take(scope, List.of(id), verb, scope.day(), reason, stepping);
                    return views.get(who, scope, id);
                });
    }

    /** Puts something right: what stands is never changed. */
    MeetingView annotate(SignedIn who, UUID id, @Nullable String sent, @Nullable UUID key) {
        var says = required(sent, "says", SAYS, "请写明更正什么");
        return scopes.write(
                who,
                scope -> {
                    receipts.once(who, "annotation", key, () -> annotate(who, scope, id, says));
                    return views.get(who, scope, id);
                });
    }

    private UUID annotate(SignedIn who, Scope scope, UUID id, String says) {
        var meeting =
                store.lock(scope, List.of(id)).stream().findFirst().orElseThrow(NotFound::new);
        steps.next(meeting, new Step.Annotate(), scope.day());
        var annotation = UuidCreator.getTimeOrderedEpoch();
        store.annotate(scope, annotation, id, says, who.name(), clock.instant());
        journal.did(
                scope,
                List.of(meeting),
                "annotate",
                MeetingProcess.MINUTES,
                meeting.confidential() ? null : says);
        return annotation;
    }

    private static @Nullable String optional(@Nullable String sent) {
        var faults = new Faults();
        var text = faults.text(sent, "reason", REASON);
        faults.refuse();
        return text;
    }

    private static String required(
            @Nullable String sent, String pointer, int longest, String missing) {
        var faults = new Faults();
        var text = faults.required(sent, pointer, longest, missing);
        faults.refuse();
        return text;
    }
}
