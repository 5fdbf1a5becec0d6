package org.sunmao.rules;

import org.jspecify.annotations.Nullable;
import org.sunmao.rules.Value.Whole;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * One rule as in force on one day, everywhere or in one organization.
 *
 * @param text what the rule says, in plain Chinese, its figures by name in braces
 * @param source where it comes from
 * @param figures its numbers by name; code reads them from here and from nowhere else
 */
public record Rule(
        RuleId id, String title, String text, Source source, Map<String, Figure> figures) {

    /**
     * Where a rule comes from.
     *
     * @param document the document, by its Chinese name
     * @param article the article, or an empty text where none is known
     * @param confirmed how far the source was seen: yes, secondary, seed, practice, unconfirmed
     */
    public record Source(String document, String article, String confirmed) {

        /** The source as a person would cite it. */
        public String cite() {
            return confirmed.equals("yes") ? place() : place() + "（本地配置，条文待核对）";
        }

        /** The document and the article. */
        public String place() {
            return article.isEmpty() ? document : document + " " + article;
        }
    }

    /**
     * What keeps a local value within the rule.
     *
     * @param min the least it may be
     * @param max the most it may be
     */
    public record Bounds(@Nullable BigDecimal min, @Nullable BigDecimal max) {

        public static final Bounds NONE = new Bounds(null, null);

        public boolean admit(BigDecimal value) {
            return (min == null || value.compareTo(min) >= 0)
                    && (max == null || value.compareTo(max) <= 0);
        }
    }

    /**
     * Who decided that a figure is another one here.
     *
     * @param organization whose decision it is
     * @param name what that organization is called
     * @param since the first day of the value
     */
    public record Decision(UUID id, UUID organization, String name, LocalDate since) {}

    /**
     * One number of a rule.
     *
     * @param is what it is
     * @param unit in Chinese, as shown
     * @param local whether a locality may change the value
     * @param bounds what a local value must keep to
     * @param note a remark to be shown, empty where there is none
     * @param decision whose decision the value is; null where it is that of the rule itself
     */
    public record Figure(
            Value is,
            String unit,
            boolean local,
            Bounds bounds,
            String note,
            @Nullable Decision decision) {

        /** A plain whole number without bounds. */
        public Figure(int value, String unit, boolean local) {
            this(new Whole(value), unit, local, Bounds.NONE, "", null);
        }

        /** The whole number it is. */
        public int value() {
            if (is instanceof Whole(var value)) {
                return value;
            }
            throw new IllegalStateException("not a whole number: " + is.told());
        }

        /** The number it is, whole or not. */
        public BigDecimal decimal() {
            return is.number()
                    .orElseThrow(() -> new IllegalStateException("not a number: " + is.told()));
        }

        public boolean number() {
            return is.number().isPresent();
        }

        /** The same figure by a decision of a locality. */
        public Figure decided(Value value, Decision by) {
            return new Figure(value, unit, local, bounds, note, by);
        }
    }

    /** The text with the figures of the day in it, as a person reads it. */
    public String told() {
        var told = text;
        for (var figure : figures.entrySet()) {
            told = told.replace("{" + figure.getKey() + "}", figure.getValue().is().told());
        }
        return told;
    }

    /** The source, and behind it whose decisions have changed figures here. */
    public String cite() {
        var cited = new StringBuilder(source.cite());
        figures.values().stream()
                .map(Figure::decision)
                .filter(decision -> decision != null)
                .distinct()
                .sorted((one, other) -> one.since().compareTo(other.since()))
                .map(by -> "；%s自 %s 起的规定".formatted(by.name(), by.since()))
                .distinct()
                .forEach(cited::append);
        return cited.toString();
    }

    public int figure(String name) {
        return named(name).value();
    }

    public BigDecimal decimal(String name) {
        return named(name).decimal();
    }

    private Figure named(String name) {
        var figure = figures.get(name);
        if (figure == null) {
            throw new IllegalStateException(id + " has no figure named " + name);
        }
        return figure;
    }
}
