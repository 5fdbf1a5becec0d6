package org.sunmao.meeting.internal;

import org.sunmao.meeting.Voting.Counts;
import org.sunmao.rules.RuleId;

import java.util.UUID;

/**
 * The counts of a vote, as they are kept: nobody's choice, and no time of its own (PRV-17).
 *
 * @param id random, for one in the order of time would tell when
 * @param rule by which it passes
 */
record Vote(
        UUID id,
        int number,
        String matter,
        RuleId rule,
        boolean secret,
        Counts counts,
        boolean passed) {}
