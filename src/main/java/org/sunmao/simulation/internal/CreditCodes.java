package org.sunmao.simulation.internal;

import org.sunmao.organization.CreditCode;

import java.util.Map;

/**
 * Credit codes that are nobody's: form and check digit are right, the division 000000 is none
 * (rulebook 3 §1.5).
 */
final class CreditCodes {

    private static final String DIVISION = "000000";

    /** Department and category by the kind of body; the second digit of villages is assumed. */
    private static final Map<String, String> BEGINNINGS =
            Map.of(
                    "government", "11",
                    "institution", "12",
                    "school", "12",
                    "hospital", "12",
                    "social", "52",
                    "village-committee", "54",
                    "community-committee", "55",
                    "state-enterprise", "91",
                    "private-enterprise", "91",
                    "cooperative", "93");

    private CreditCodes() {}

    /** The code of the body with this number; each number gives another. */
    static CreditCode of(String kind, int number) {
        return CreditCode.complete(Plan.of(BEGINNINGS, kind) + DIVISION + "%09d".formatted(number));
    }
}
