package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A code as it is kept: for whom, from whom, and whether it is still good.
 *
 * @param issuedByName the name of the account that handed it out
 */
record ActivationCode(
        UUID id,
        UUID member,
        UUID organization,
        Kind kind,
        UUID issuedBy,
        String issuedByName,
        Instant expiresAt,
        @Nullable Instant usedAt,
        @Nullable Instant voidedAt) {

    /** What it is good for. */
    enum Kind {
        OPEN("open"),
        RESET("reset");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        static Kind of(String code) {
            return code.equals("open") ? OPEN : RESET;
        }
    }

    /** Why it is not good any longer, or null. */
    @Nullable String spent(Instant now) {
        if (usedAt != null) {
            return kind == Kind.OPEN
                    ? "这个开通码已经用过了。账号已经开好，请直接登录；忘了密码，请找党支部书记重设"
                    : "这个码已经用过了，密码已经重设。请用新密码登录；不是您本人办的，请马上告诉党支部书记";
        }
        if (voidedAt != null) {
            return "这个码已经作废，后来又发了新的。请用新的那张，或请党支部书记再发一张";
        }
        return now.isBefore(expiresAt) ? null : "这个码过期了，请党支部书记再发一张";
    }
}
