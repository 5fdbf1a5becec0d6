package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.meeting.MeetingType;
import org.sunmao.meeting.internal.AppraisalOrders.GradesOrder;
import org.sunmao.meeting.internal.AppraisalStore.Stands;
import org.sunmao.meeting.internal.Grading.Advice;
import org.sunmao.meeting.internal.Grading.Fault;
import org.sunmao.meeting.internal.Grading.Graded;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Grades of an appraisal: entered, and told to each (R-EVA-05). */
@Service
class Appraisals {

    private final Scopes scopes;
    private final MeetingStore meetings;
    private final MeetingViews views;
    private final MeetingRules rules;
    private final MeetingJournal journal;
    private final AppraisalStore store;
    private final AppraisalFacts facts;

    Appraisals(
            Scopes scopes,
            MeetingStore meetings,
            MeetingViews views,
            MeetingRules rules,
            MeetingJournal journal,
            AppraisalStore store,
            AppraisalFacts facts) {
        this.scopes = scopes;
        this.meetings = meetings;
        this.views = views;
        this.rules = rules;
        this.journal = journal;
        this.store = store;
        this.facts = facts;
    }

    /** Enters ballots and grades of all or of some; the others stay. */
    MeetingView grade(SignedIn who, UUID id, GradesOrder order) {
        return scopes.write(
                who,
                scope -> {
                    grade(scope, id, order);
                    return views.get(who, scope, id);
                });
    }

    void grade(Scope scope, UUID id, GradesOrder order) {
        var meeting = appraisal(scope, locked(scope, id));
        var sent = AppraisalReader.grades(order);
        var known = facts.of(meeting);
        refuse(scope, meeting, Grading.faults(known, sent));
        var stands = stands(id);
        sent.forEach(one -> unchanged(scope, meeting, one, stands.get(one.member())));
        store.grade(id, sent);
        var all = store.grades(id).stream().map(Stands::graded).toList();
        tell(scope, meeting, sent, Grading.hints(known, all));
    }

    private Map<UUID, Stands> stands(UUID id) {
        var stands = new HashMap<UUID, Stands>();
        store.grades(id).forEach(one -> stands.put(one.graded().member(), one));
        return stands;
    }

    private Meeting locked(Scope scope, UUID id) {
        return meetings.lock(scope, List.of(id)).stream().findFirst().orElseThrow(NotFound::new);
    }

    private Meeting appraisal(Scope scope, Meeting meeting) {
        refuseUnlessHeld(scope, meeting);
        if (meeting.type() != MeetingType.APPRAISAL) {
            throw rules.refused(
                    Grading.APPRAISAL,
                    scope.day(),
                    meeting.organization(),
                    "只有民主评议党员才评定等次；同组织生活会一起开的，请另记一次民主评议");
        }
        return meeting;
    }

    private void refuseUnlessHeld(Scope scope, Meeting meeting) {
        if (!meeting.state().held() || meeting.state() instanceof MeetingState.Archived) {
            throw rules.refused(
                    Grading.APPRAISAL,
                    scope.day(),
                    meeting.organization(),
                    meeting.state().held() ? "已经归档，不能再改" : "还没有开会，开完以后再填");
        }
    }

    private void refuse(Scope scope, Meeting meeting, List<Fault> faults) {
        if (faults.isEmpty()) {
            return;
        }
        var byRule = faults.stream().filter(one -> !one.rule().equals(Grading.APPRAISAL)).toList();
        if (byRule.size() < faults.size()) {
            throw new InputRefused(
                    faults.stream()
                            .map(one -> new InputRefused.Place(pointer(one), one.says()))
                            .toList());
        }
        throw rules.refused(
                faults.getFirst().rule(),
                scope.day(),
                meeting.organization(),
                faults.stream().map(Fault::says).collect(Collectors.joining("；")),
                faults.stream().map(Appraisals::pointer).toArray(String[]::new));
    }

    private static String pointer(Fault fault) {
        return "grades/" + fault.at() + "/" + fault.field();
    }

    /** What was told, or stands in minutes that are locked, is only added to. */
    private void unchanged(Scope scope, Meeting meeting, Graded sent, @Nullable Stands stands) {
        if (stands == null || stands.graded().equals(sent)) {
            return;
        }
        var before = stands.graded();
        if (stands.toldOn() != null) {
            throw rules.refused(
                    Grading.FEEDBACK,
                    scope.day(),
                    meeting.organization(),
                    "%s 已经把等次向本人反馈，不能再改；确有错误的，请加注更正".formatted(stands.toldOn()));
        }
        var added =
                (before.ballots() == null || before.ballots().equals(sent.ballots()))
                        && (before.grade() == null || before.grade() == sent.grade());
        if (meeting.locked(scope.day()) && !added) {
            throw rules.refused(
                    MeetingProcess.MINUTES,
                    scope.day(),
                    meeting.organization(),
                    "会议记录已经锁定，填好的票数和等次不能再改，请加注更正");
        }
    }

    /** Who got which grade; of ballots it tells nothing (PRV-17). */
    private void tell(Scope scope, Meeting meeting, List<Graded> sent, List<Advice> hints) {
        var values = new LinkedHashMap<String, Object>();
        for (var one : sent) {
            var grade = one.grade();
            values.put(one.member().toString(), grade == null ? "" : grade.code());
        }
        if (!hints.isEmpty()) {
            values.put("hints", hints.stream().map(Advice::says).toList());
        }
        journal.noted(scope, meeting, "grade", Grading.APPRAISAL, values);
    }

    /** The grade was told to the member; saying it twice changes nothing. */
    MeetingView tell(SignedIn who, UUID id, UUID member) {
        return scopes.write(
                who,
                scope -> {
                    tell(scope, id, List.of(member), scope.day());
                    return views.get(who, scope, id);
                });
    }

    /** The grades were told to some of the members, all on one day. */
    void tell(Scope scope, UUID id, Collection<UUID> members, LocalDate on) {
        var locked = locked(scope, id);
        var stands = stands(id);
        if (!stands.keySet().containsAll(members)) {
            throw new NotFound();
        }
        var meeting = appraisal(scope, locked);
        if (members.stream().anyMatch(one -> isOpen(stands.get(one)))) {
            throw rules.refused(
                    Grading.FEEDBACK, scope.day(), meeting.organization(), "还没有评定等次，评定以后再反馈");
        }
        var held = meeting.when().on();
        if (on.isBefore(held) || on.isAfter(scope.day())) {
            throw new InputRefused("on", "反馈的日期应在评议的 %s 到今天之间".formatted(held));
        }
        var told = store.tell(id, members, on);
        journal.noted(
                scope,
                meeting,
                "tell",
                Grading.FEEDBACK,
                told.stream().map(one -> Map.of("member", one.toString())).toList());
    }

    private static boolean isOpen(@Nullable Stands stands) {
        return stands == null || stands.graded().grade() == null;
    }
}
