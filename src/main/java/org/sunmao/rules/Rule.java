package org.sunmao.rules;

import java.util.Map;

/**
 * One rule as in force on one day.
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
            var place = article.isEmpty() ? document : document + " " + article;
            return confirmed.equals("yes") ? place : place + "（本地配置，条文待核对）";
        }
    }

    /**
     * One number of a rule.
     *
     * @param unit in Chinese, as shown
     * @param local whether a locality may change the value
     */
    public record Figure(int value, String unit, boolean local) {}

    /** The text with the figures of the day in it, as a person reads it. */
    public String told() {
        var told = text;
        for (var figure : figures.entrySet()) {
            var value = Integer.toString(figure.getValue().value());
            told = told.replace("{" + figure.getKey() + "}", value);
        }
        return told;
    }

    public int figure(String name) {
        var figure = figures.get(name);
        if (figure == null) {
            throw new IllegalStateException(id + " has no figure named " + name);
        }
        return figure.value();
    }
}
