package org.sunmao.journal;

import org.jspecify.annotations.Nullable;

/**
 * How somebody's data were read.
 *
 * @param kind by what
 * @param level the class of the data: S1 names, S2 particulars, S3 numbers and addresses in clear
 * @param what which fields, which filter, in words; never a name or a number, as auditors read it
 * @param reason what for, where a reason is asked
 * @param sought a keyed hash of what was searched by
 * @param approved whether somebody else had agreed beforehand: it is no mass reading then
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Look(
        Kind kind,
        Level level,
        @Nullable String what,
        @Nullable String reason,
        byte @Nullable [] sought,
        boolean approved) {

    /** By what; the codes are never renamed. */
    public enum Kind {
        VIEW("view"),
        POSTS("posts"),
        HISTORY("history"),
        UNMASK("unmask"),
        EXPORT("export"),
        PRINT("print"),
        NUMBER_SEARCH("number-search"),
        LIST("list");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** The class of what was read. */
    public enum Level {
        S1,
        S2,
        S3
    }

    public static Look of(Kind kind, Level level) {
        return new Look(kind, level, null, null, null, false);
    }

    public Look of(@Nullable String what) {
        return new Look(kind, level, what, reason, sought, approved);
    }

    public Look because(@Nullable String reason) {
        return new Look(kind, level, what, reason, sought, approved);
    }

    public Look by(byte @Nullable [] sought) {
        return new Look(kind, level, what, reason, sought, approved);
    }

    /** Agreed to by somebody else, or not. */
    public Look approved(boolean approved) {
        return new Look(kind, level, what, reason, sought, approved);
    }
}
