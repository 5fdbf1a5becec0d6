package org.sunmao.register;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A column of a roster. Its heading is the label of the field.
 *
 * @param headings other headings by which it is known without being asked, as 身份证号
 * @param sensitive whether lists and messages show its values masked
 * @param note what the template says of it beyond its form; null for nothing
 */
public record Column(Field field, List<String> headings, boolean sensitive, @Nullable String note) {

    public static Column of(Field field, String... headings) {
        return new Column(field, List.of(headings), false, null);
    }

    public Column kept() {
        return new Column(field, headings, true, note);
    }

    public Column saying(String words) {
        return new Column(field, headings, sensitive, words);
    }
}
