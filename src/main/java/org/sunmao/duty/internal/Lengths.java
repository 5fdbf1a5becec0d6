package org.sunmao.duty.internal;

import org.sunmao.calendar.Span;
import org.sunmao.rules.Demand.Length;
import org.sunmao.rules.Rule;
import org.sunmao.rules.RuleId;

import java.util.function.Function;

/** Lengths of the book as spans of the calendar. */
final class Lengths {

    private Lengths() {}

    static Span span(Length length, Function<RuleId, Rule> rules) {
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
