package org.sunmao.duty.internal;

import static java.time.temporal.ChronoUnit.DAYS;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Persons;
import org.sunmao.access.Right;
import org.sunmao.access.Scope;
import org.sunmao.access.SignedIn;
import org.sunmao.duty.Declared;
import org.sunmao.duty.internal.DutyItem.DutyRemedy;
import org.sunmao.duty.internal.DutyItem.DutyRule;
import org.sunmao.duty.internal.DutyItem.DutySubject;
import org.sunmao.organization.Organizations.Named;
import org.sunmao.rules.Demand;
import org.sunmao.rules.Rule;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Duties as they stand in lists, for whoever asks. */
@Component
class DutyViews {

    private final Declared declared;
    private final Rulebook rulebook;
    private final Persons persons;

    DutyViews(Declared declared, Rulebook rulebook, Persons persons) {
        this.declared = declared;
        this.rulebook = rulebook;
        this.persons = persons;
    }

    List<DutyItem> items(SignedIn who, Scope scope, List<ReadDuty> duties) {
        var names = names(who, scope, duties);
        return duties.stream().map(duty -> item(scope, duty, names)).toList();
    }

    /** The names of the persons they are about, to those who may read members. */
    private Map<UUID, String> names(SignedIn who, Scope scope, List<ReadDuty> duties) {
        if (!who.role().may(Right.MEMBERS_READ)) {
            return Map.of();
        }
        Set<UUID> people =
                duties.stream()
                        .filter(duty -> duty.row().subjectKind().equals("person"))
                        .map(duty -> duty.row().subject())
                        .collect(Collectors.toSet());
        return people.isEmpty() ? Map.of() : persons.names(scope, people);
    }

    private DutyItem item(Scope scope, ReadDuty duty, Map<UUID, String> names) {
        var day = scope.day();
        var now = duty.days().on(day);
        var rule = rule(duty);
        return new DutyItem(
                duty.id(),
                duty.row().name(),
                title(duty, rule),
                rule(rule),
                new Named(duty.organization(), duty.organizationName()),
                new DutySubject(
                        duty.row().subjectKind(), duty.row().subject(), subject(duty, names)),
                duty.days().opens(),
                duty.days().due(),
                DAYS.between(day, duty.days().due()),
                now.state().code(),
                now.state().label(),
                now.light().code(),
                now.light().label(),
                duty.since(day),
                duty.explained(day),
                remedy(duty));
    }

    private static @Nullable String subject(ReadDuty duty, Map<UUID, String> names) {
        return duty.row().subject().equals(duty.organization())
                ? duty.organizationName()
                : names.get(duty.row().subject());
    }

    /** The rule in the version under which the duty opened, as it holds in the organization. */
    Rule rule(ReadDuty duty) {
        return rulebook.rule(
                new RuleId(duty.row().rule()), duty.row().ruleSince(), duty.organization());
    }

    DutyRule rule(Rule rule) {
        return new DutyRule(rule.id().value(), rule.title(), rule.cite(), local(rule));
    }

    static boolean local(Rule rule) {
        return !rule.source().confirmed().equals("yes");
    }

    private String title(ReadDuty duty, Rule rule) {
        return declared.find(duty.row().name()).map(Demand::title).orElse(rule.title());
    }

    private DutyRemedy remedy(ReadDuty duty) {
        return declared.find(duty.row().name())
                .map(Demand::remedy)
                .map(remedy -> new DutyRemedy(remedy.says(), remedy.opens()))
                .orElse(new DutyRemedy("按照规则的要求办理", "organization"));
    }
}
