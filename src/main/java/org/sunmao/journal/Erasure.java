package org.sunmao.journal;

import java.time.LocalDate;

/**
 * Why details are erased.
 *
 * @param on the day it is done
 * @param reason in words, as it will be read in the journal
 * @param rule the id of the rule that demands or allows it
 */
public record Erasure(LocalDate on, String reason, String rule) {}
