package org.sunmao.rules;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a rule demands of whom by when, as declared beside it in the book. The grammar is closed:
 * comparisons of measures, occasions that code finds, and periods in which something must happen.
 *
 * @param name unique in the book, never renamed
 * @param title what is the matter, in a few Chinese words
 * @param subject what it is about: organization, post, person or case
 * @param kinds the kinds of organizations it is demanded of; empty for all
 * @param fields the fields of organizations it is demanded of; empty for all
 * @param exceptFields the fields it is not demanded in
 * @param timing by when
 * @param remedy what to do
 * @param helper who helps: the committee above, or the county
 */
public record Demand(
        RuleId rule,
        String name,
        String title,
        String subject,
        Set<String> kinds,
        Set<String> fields,
        Set<String> exceptFields,
        Trigger trigger,
        Timing timing,
        Remedy remedy,
        String helper) {

    /** Every rule it rests upon: its own, and those whose figures it names. */
    public Set<RuleId> rules() {
        var rules = new TreeSet<RuleId>();
        rules.add(rule);
        amounts().map(Amount::rule).filter(Objects::nonNull).forEach(rules::add);
        return rules;
    }

    private Stream<Amount> amounts() {
        var moments = Stream.of(timing.opens(), timing.due(), timing.yellow(), timing.red());
        var lengths =
                Stream.concat(moments, timing.remind().stream())
                        .filter(Objects::nonNull)
                        .map(moment -> moment.length().amount());
        return switch (trigger) {
            case Trigger.While(var all) ->
                    Stream.concat(all.stream().map(Comparison::amount), lengths);
            case Trigger.Every every ->
                    Stream.concat(
                            Stream.concat(
                                    every.all().stream().map(Comparison::amount),
                                    Stream.ofNullable(every.length()).map(Length::amount)),
                            lengths);
            case Trigger.Each _ -> lengths;
        };
    }

    /** What opens it, and what meets it. */
    public sealed interface Trigger {

        /** Open as long as all comparisons hold. */
        record While(List<Comparison> all) implements Trigger {}

        /** Open on each occasion that code finds under this name. */
        record Each(String occasions) implements Trigger {}

        /**
         * Open in every period: of the calendar, or so many months from the beginning.
         *
         * @param needs the event that must happen in it
         * @param all what must hold of the organization; empty for all of its kind
         */
        record Every(
                @Nullable String period,
                @Nullable Length length,
                String needs,
                List<Comparison> all)
                implements Trigger {}
    }

    /** One comparison of a measure, by whole numbers (R-GEN-02). */
    public record Comparison(String measure, Operator operator, Amount amount) {}

    public enum Operator {
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">="),
        EQUAL("=");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        public static Optional<Operator> find(String sign) {
            return Arrays.stream(values()).filter(one -> one.sign.equals(sign)).findFirst();
        }

        public boolean holds(int measured, int amount) {
            return switch (this) {
                case LESS -> measured < amount;
                case AT_MOST -> measured <= amount;
                case MORE -> measured > amount;
                case AT_LEAST -> measured >= amount;
                case EQUAL -> measured == amount;
            };
        }
    }

    /**
     * A whole number: as written, or a figure of a rule.
     *
     * @param figure the name of the figure; null for a number as written
     */
    public record Amount(@Nullable RuleId rule, @Nullable String figure, int number) {

        /**
         * The number it is.
         *
         * @param rules the rules as in force on the day, for the organization
         */
        public int in(Function<RuleId, Rule> rules) {
            return rule == null || figure == null ? number : rules.apply(rule).figure(figure);
        }
    }

    public enum Unit {
        DAYS,
        WORKING_DAYS,
        MONTHS,
        YEARS;

        /** As written in the book. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Unit> find(String code) {
            return Arrays.stream(values()).filter(unit -> unit.code().equals(code)).findFirst();
        }
    }

    /** So many days, working days, months or years. */
    public record Length(Amount amount, Unit unit) {}

    /** From where a moment is counted. */
    public enum Anchor {
        AFTER_START("after start"),
        AFTER_DUE("after due"),
        BEFORE_DUE("before due");

        private final String words;

        Anchor(String words) {
            this.words = words;
        }

        public static Optional<Anchor> find(String words) {
            return Arrays.stream(values()).filter(one -> one.words.equals(words)).findFirst();
        }
    }

    /** A length from an anchor, as {@code 30 days after start}. */
    public record Moment(Length length, Anchor anchor) {}

    /**
     * By when.
     *
     * @param opens null: on the first day of what it is about
     * @param due null: the occasion or the period says it
     * @param yellow null: no yellow light
     * @param red null: no red light
     * @param remind when it is told again
     */
    public record Timing(
            @Nullable Moment opens,
            @Nullable Moment due,
            @Nullable Moment yellow,
            @Nullable Moment red,
            List<Moment> remind) {}

    /**
     * What to do.
     *
     * @param says in plain Chinese
     * @param opens the key of the page where it is done
     */
    public record Remedy(String says, String opens) {}
}
