package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;

/** Why somebody is no longer on the list of young talents. */
enum TalentLeave {
    /** At their own word: what was kept of them is erased at once. */
    WITHDREW("withdrew", "本人要求退出"),
    MOVED("moved", "离开本地"),
    GROWN_OUT("grown-out", "超过年龄"),
    OTHER("other", "其他原因");

    private final String code;
    private final String label;

    TalentLeave(String code, String label) {
        this.code = code;
        this.label = label;
    }

    String code() {
        return code;
    }

    String label() {
        return label;
    }

    static @Nullable TalentLeave find(@Nullable String code) {
        for (var reason : values()) {
            if (reason.code.equals(code)) {
                return reason;
            }
        }
        return null;
    }

    static TalentLeave of(String code) {
        var found = find(code);
        if (found == null) {
            throw new IllegalStateException("no reason of leaving: " + code);
        }
        return found;
    }
}
