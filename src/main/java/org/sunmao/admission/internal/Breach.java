package org.sunmao.admission.internal;

import org.sunmao.rules.RuleId;

/**
 * What is wrong with a step that was taken nevertheless.
 *
 * @param says what is wrong, and what should have been done first
 * @param explainable whether a reason and the committee's signature make it good
 */
record Breach(RuleId rule, String says, boolean explainable) {}
