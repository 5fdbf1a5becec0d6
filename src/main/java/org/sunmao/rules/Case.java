package org.sunmao.rules;

import java.util.Map;

/**
 * A situation and what a rule makes of it, written by those who know the rules.
 *
 * @param situation in a sentence
 * @param known what is known, by Chinese names
 * @param expected what should come of it, by Chinese names
 * @param file where it stands
 * @param line and in which line
 */
public record Case(
        RuleId rule,
        String situation,
        Map<String, String> known,
        Map<String, String> expected,
        String file,
        int line) {}
