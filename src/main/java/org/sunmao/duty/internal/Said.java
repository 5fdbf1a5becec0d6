package org.sunmao.duty.internal;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;

/**
 * What somebody said of a duty, or decided.
 *
 * @param answers the explanation or contest that is decided by it
 * @param account who said it; {@code behalf} the account they stood in for
 * @param until of a waiver: the first day after it
 */
record Said(
        UUID id,
        UUID duty,
        Kind kind,
        @Nullable UUID answers,
        LocalDate onDay,
        UUID account,
        @Nullable UUID behalf,
        String name,
        String role,
        String reason,
        @Nullable LocalDate until) {

    enum Kind {
        EXPLAIN("explain", "写了说明"),
        CONTEST("contest", "提出申诉"),
        WAIVE("waive", "给予豁免"),
        ACCEPT("accept", "同意"),
        REFUSE("refuse", "不同意");

        private final String code;
        private final String label;

        Kind(String code, String label) {
            this.code = code;
            this.label = label;
        }

        /** The name outside the program; never renamed. */
        String code() {
            return code;
        }

        String label() {
            return label;
        }

        static Kind of(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("unknown act: " + code));
        }
    }

    /** Whether it was said by one of these accounts, or by somebody who stood in for one. */
    boolean isBy(UUID who, @Nullable UUID forWhom) {
        return account.equals(who)
                || account.equals(forWhom)
                || who.equals(behalf)
                || (behalf != null && behalf.equals(forWhom));
    }
}
