package org.sunmao.locality.internal;

import org.sunmao.rules.Rule;

import java.util.Arrays;
import java.util.regex.Pattern;

/** What a figure is about, in the words of the rule itself. */
final class Clauses {

    private static final Pattern ENDS = Pattern.compile("(?<=[，。；：！？])");
    private static final Pattern MARKS = Pattern.compile("[，。；：！？]$");

    private Clauses() {}

    /** The clause in which the figure stands; else the remark on it, or its name. */
    static String of(Rule rule, String name) {
        var figure = rule.figures().get(name);
        var note = figure == null ? "" : figure.note();
        return Arrays.stream(ENDS.split(rule.text()))
                .filter(clause -> clause.contains("{" + name + "}"))
                .findFirst()
                .map(clause -> MARKS.matcher(told(rule, clause)).replaceAll(""))
                .orElse(note.isEmpty() ? name : note);
    }

    private static String told(Rule rule, String clause) {
        return new Rule(rule.id(), "", clause.strip(), rule.source(), rule.figures()).told();
    }
}
