package org.sunmao.web;

import org.jspecify.annotations.Nullable;

/** How many rows one page holds: 50 when nothing is said, 200 at most. */
public final class PageLimit {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    private PageLimit() {}

    public static int of(@Nullable Integer asked) {
        if (asked == null) {
            return USUAL;
        }
        if (asked < 1 || asked > MOST) {
            throw new InputRefused("limit", "每页条数应在 1 到 " + MOST + " 之间");
        }
        return asked;
    }
}
