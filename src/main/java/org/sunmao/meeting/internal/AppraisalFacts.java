package org.sunmao.meeting.internal;

import org.springframework.stereotype.Component;
import org.sunmao.meeting.MeetingType;
import org.sunmao.meeting.internal.Grading.Ballots;
import org.sunmao.meeting.internal.Grading.Facts;
import org.sunmao.meeting.internal.Grading.Grade;
import org.sunmao.meeting.internal.Grading.Graded;
import org.sunmao.meeting.internal.Grading.Person;
import org.sunmao.meeting.internal.MeetingView.MeetingHint;
import org.sunmao.organization.Relations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What an appraisal rests on: who was due and full on its day, who voted, which figures hold. */
@Component
class AppraisalFacts {

    private final AppraisalStore store;
    private final MeetingRules rules;
    private final Relations relations;

    AppraisalFacts(AppraisalStore store, MeetingRules rules, Relations relations) {
        this.store = store;
        this.rules = rules;
        this.relations = relations;
    }

    Facts of(Meeting meeting) {
        var roll = meeting.roll();
        var on = meeting.when().on();
        var full = store.full(roll.due(), on);
        var names = roll.due().isEmpty() ? Map.<UUID, String>of() : relations.names(roll.due());
        var due = new HashMap<UUID, Person>();
        for (var member : roll.due()) {
            var name = names.getOrDefault(member, MeetingViews.SOMEBODY);
            due.put(member, new Person(name, full.contains(member)));
        }
        var appraisal = rules.rule(Grading.APPRAISAL, on, meeting.organization());
        var unqualified = rules.rule(Grading.UNQUALIFIED, on, meeting.organization());
        return new Facts(
                due,
                roll.present().size() + roll.guests().size() + roll.hosted().size(),
                appraisal.figure("excellentPart"),
                appraisal.figure("excellentOf"),
                unqualified.figure("percent"));
    }

    /** What is to be thought about of the grades as they stand. */
    List<MeetingHint> hints(Shown shown) {
        if (shown.meeting().type() != MeetingType.APPRAISAL || shown.grades().isEmpty()) {
            return List.of();
        }
        var graded = shown.grades().stream().map(AppraisalFacts::graded).toList();
        return Grading.hints(of(shown.meeting()), graded).stream()
                .map(advice -> new MeetingHint(advice.rule().value(), advice.says()))
                .toList();
    }

    private static Graded graded(Shown.Grade one) {
        var excellent = one.excellent();
        var grade = one.grade();
        return new Graded(
                one.member(),
                excellent == null
                        ? null
                        : new Ballots(
                                excellent,
                                Objects.requireNonNullElse(one.qualified(), 0),
                                Objects.requireNonNullElse(one.basic(), 0),
                                Objects.requireNonNullElse(one.unqualified(), 0)),
                grade == null ? null : Grade.find(grade).orElseThrow(),
                one.gap());
    }
}
