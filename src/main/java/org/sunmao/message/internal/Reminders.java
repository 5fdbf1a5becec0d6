package org.sunmao.message.internal;

import org.springframework.stereotype.Component;
import org.sunmao.calendar.Span;
import org.sunmao.calendar.WorkCalendar;
import org.sunmao.duty.Declared;
import org.sunmao.message.internal.NewsStore.Days;
import org.sunmao.rules.Demand;
import org.sunmao.rules.Demand.Length;
import org.sunmao.rules.Demand.Moment;
import org.sunmao.rules.Rule;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** On which days a duty is told again, as declared beside its rule. */
@Component
class Reminders {

    private final Declared declared;
    private final Rulebook rulebook;
    private final WorkCalendar calendar;

    Reminders(Declared declared, Rulebook rulebook, WorkCalendar calendar) {
        this.declared = declared;
        this.rulebook = rulebook;
        this.calendar = calendar;
    }

    /** The names of all duties that are told again. */
    Set<String> names() {
        return declared.all().stream()
                .filter(demand -> !demand.timing().remind().isEmpty())
                .map(Demand::name)
                .collect(Collectors.toSet());
    }

    /** By the figures of the organization, as they are today. */
    List<LocalDate> days(String name, UUID organization, Days days, LocalDate today) {
        var moments = declared.find(name).map(demand -> demand.timing().remind()).orElse(List.of());
        return days(moments, id -> rulebook.rule(id, today, organization), calendar, days);
    }

    static List<LocalDate> days(
            List<Moment> moments, Function<RuleId, Rule> rules, WorkCalendar calendar, Days days) {
        return moments.stream().map(moment -> day(moment, rules, calendar, days)).toList();
    }

    private static LocalDate day(
            Moment moment, Function<RuleId, Rule> rules, WorkCalendar calendar, Days days) {
        var span = span(moment.length(), rules);
        return switch (moment.anchor()) {
            case AFTER_START -> calendar.after(days.opens(), span);
            case AFTER_DUE -> calendar.after(days.due(), span);
            case BEFORE_DUE -> calendar.before(days.due(), span);
        };
    }

    private static Span span(Length length, Function<RuleId, Rule> rules) {
        var unit =
                switch (length.unit()) {
                    case DAYS -> Span.Unit.DAYS;
                    case WORKING_DAYS -> Span.Unit.WORKING_DAYS;
                    case MONTHS -> Span.Unit.MONTHS;
                    case YEARS -> Span.Unit.YEARS;
                };
        return new Span(length.amount().in(rules), unit);
    }
}
