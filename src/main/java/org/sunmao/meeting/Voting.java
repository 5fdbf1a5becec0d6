package org.sunmao.meeting;

import org.sunmao.rules.Rule;

/**
 * How a meeting decides: how many of those entitled and due open a vote, and how many in favour
 * pass it. Knows counts alone; who chose what is known to nobody (R-GEN-09).
 *
 * @param opens the share of those due who must be present
 * @param passes the share of those due who must be in favour
 * @param written whether opinions handed in by who is absent count as votes; they open nothing
 */
public record Voting(Share opens, Share passes, boolean written) {

    private static final int HUNDRED = 100;

    /**
     * A part of those due.
     *
     * @param more whether more than the part is needed, or the part itself is enough
     */
    public record Share(int part, int of, boolean more) {

        public boolean reached(int number, int due) {
            var had = (long) number * of;
            var needed = (long) due * part;
            return more ? had > needed : had >= needed;
        }

        /** The least number that reaches it. */
        public int least(int due) {
            var whole = Math.toIntExact(Math.floorDiv((long) due * part, (long) of));
            return reached(whole, due) ? whole : whole + 1;
        }
    }

    /**
     * A vote on one matter.
     *
     * @param due who is entitled and had to come
     * @param present who of them came
     * @param written how many of the others handed in an opinion before
     */
    public record Counts(
            int due, int present, int written, int inFavour, int against, int abstained) {

        /** How many votes there must be, and are. */
        public int voters() {
            return present + written;
        }

        public int votes() {
            return inFavour + against + abstained;
        }
    }

    /** Members' meetings (R-LF-02). */
    public static Voting ofMembers(Rule rule) {
        return byShares(rule);
    }

    /** Committees (R-LF-04): both shares are of the whole committee. */
    public static Voting ofCommittee(Rule rule) {
        return byShares(rule);
    }

    private static Voting byShares(Rule rule) {
        return new Voting(
                new Share(rule.figure("presentPart"), rule.figure("presentOf"), false),
                new Share(rule.figure("forPart"), rule.figure("forOf"), true),
                false);
    }

    /** On admission and conversion: who must be there (R-DEV-28), and what passes (R-DEV-31). */
    public static Voting onAdmission(Rule attendance, Rule decision) {
        return new Voting(
                new Share(attendance.figure("percent"), HUNDRED, true),
                new Share(decision.figure("percent"), HUNDRED, true),
                true);
    }

    /** Whether so many may vote. Where nobody is entitled, nobody may. */
    public boolean open(int due, int present) {
        return due > 0 && opens.reached(present, due);
    }

    /** Whether it is decided so. What was not open is not passed. */
    public boolean passed(Counts counts) {
        return open(counts.due(), counts.present())
                && passes.reached(counts.inFavour(), counts.due());
    }
}
