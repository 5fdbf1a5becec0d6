package org.sunmao.simulation.internal;

/** What is planted in a way into the Party, and by which rule it has to be found. */
enum Violation {
    TOO_YOUNG("R-DEV-07"),
    LATE_TALK("R-DEV-09"),
    EARLY_ACTIVIST("R-DEV-10"),
    SHORT_CULTIVATION("R-DEV-18"),
    ONE_SPONSOR("R-DEV-19"),
    NO_REVIEW("R-DEV-21"),
    SHORT_TRAINING("R-DEV-22"),
    NO_QUORUM("R-DEV-28"),
    GENERAL_BRANCH("R-DEV-02"),
    EARLY_CONVERSION("R-DEV-49");

    private final String rule;

    Violation(String rule) {
        this.rule = rule;
    }

    String rule() {
        return rule;
    }
}
