package org.sunmao.member;

import org.jspecify.annotations.Nullable;

/**
 * The class of a member and the way of managing them (A4, R-BR-23), as proposed from what the
 * register knows. A person confirms it; nothing follows from a proposal alone.
 *
 * @param reason the fact it is proposed for, in Chinese
 */
public record Classification(Kind kind, Way way, String reason) {

    /** The four classes (分类). */
    public enum Kind {
        HOME("home"),
        INDUSTRY("industry"),
        AWAY("away"),
        FRAIL("frail");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** The five ways (管理方式). */
    public enum Way {
        PLEDGE("pledge"),
        POST("post"),
        ENCOURAGE("encourage"),
        TRACK("track"),
        CARE("care");

        private final String code;

        Way(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /**
     * What the proposal rests on.
     *
     * @param holdsOffice 有职: in a post of the village, unit or organization
     */
    public record Facts(int age, boolean floating, @Nullable String jobPost, boolean holdsOffice) {}

    /**
     * Proposes class and way; the first that fits.
     *
     * @param elderAge from which age on, in whole years
     */
    public static Classification propose(Facts facts, int elderAge) {
        if (facts.floating()) {
            return new Classification(Kind.AWAY, Way.TRACK, "登记为流动党员");
        }
        if (facts.age() >= elderAge) {
            return new Classification(
                    Kind.FRAIL, Way.CARE, facts.age() + " 岁，已满 " + elderAge + " 周岁");
        }
        if (produces(facts.jobPost())) {
            return new Classification(Kind.INDUSTRY, Way.ENCOURAGE, "工作岗位在企业或生产一线");
        }
        return facts.holdsOffice()
                ? new Classification(Kind.HOME, Way.PLEDGE, "在本地，有职务")
                : new Classification(Kind.HOME, Way.POST, "在本地，没有职务");
    }

    /** Posts in enterprises and at the workbench, by the tree of table jobPost. */
    private static boolean produces(@Nullable String post) {
        return post != null
                && (post.startsWith("02")
                        || post.startsWith("014")
                        || post.startsWith("015")
                        || post.startsWith("016"));
    }
}
