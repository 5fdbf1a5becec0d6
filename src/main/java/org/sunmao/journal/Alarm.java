package org.sunmao.journal;

import org.sunmao.rules.RuleId;

/**
 * Somebody reads more than a person's work needs; published as it is noticed.
 *
 * @param action as it will stand in the journal
 * @param count how many, in the time the rule names
 */
public record Alarm(Reader reader, String action, RuleId rule, long count) {}
