package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The way of one person into the Party.
 *
 * @param organization the branch
 * @param person the id they will have on the register of members
 * @param late whether it was entered after the fact
 */
record Admission(
        UUID id,
        int version,
        UUID organization,
        UUID person,
        Kind kind,
        Whose whose,
        LocalDate applied,
        Stage stage,
        Waiting waiting,
        boolean late,
        Entered entered) {

    /** How it came to be kept here. */
    enum Kind {
        /** Step by step. */
        NORMAL("normal", "逐步办理"),
        /** By a provincial committee or the centre (R-DEV-06). */
        DIRECT("direct", "直接接收"),
        POSTHUMOUS("posthumous", "追认"),
        /** Whoever was on the register as a probationer before. */
        ENTERED("entered", "从党员名册转入");

        private final String code;
        private final String label;

        Kind(String code, String label) {
            this.code = code;
            this.label = label;
        }

        String code() {
            return code;
        }

        String label() {
            return label;
        }

        static Kind of(String code) {
            for (var kind : values()) {
                if (kind.code.equals(code)) {
                    return kind;
                }
            }
            throw new IllegalStateException("no kind of admission: " + code);
        }
    }

    /**
     * Who it is, as far as forms and the register need it.
     *
     * @param citizenNumber 公民身份号码; needed when the register is written, not before
     */
    record Whose(
            String name,
            String sex,
            @Nullable String nation,
            LocalDate bornOn,
            @Nullable String citizenNumber,
            @Nullable String mobile,
            @Nullable String education,
            @Nullable String jobPost) {

        /** Behind a mask numbers are not sent again: those left out stay as they were. */
        Whose keeping(Whose before) {
            return new Whose(
                    name,
                    sex,
                    nation,
                    bornOn,
                    citizenNumber == null ? before.citizenNumber : citizenNumber,
                    mobile == null ? before.mobile : mobile,
                    education,
                    jobPost);
        }
    }

    /** By whom and when it was entered. */
    record Entered(@Nullable UUID account, String name, Instant at) {}
}
