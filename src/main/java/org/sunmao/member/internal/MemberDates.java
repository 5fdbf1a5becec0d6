package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.rules.RuleId;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/** The dates of membership, and what the rules demand of them. Knows no clock and no database. */
record MemberDates(LocalDate bornOn, LocalDate joinedOn, @Nullable LocalDate fullOn) {

    static final RuleId OF_AGE = new RuleId("R-DEV-07");
    static final RuleId PROBATION = new RuleId("R-DEV-42");
    static final RuleId PARTY_AGE = new RuleId("R-DEV-48");

    record Figures(int age, int probationYears) {}

    record Refused(RuleId rule, String field, String reason) {}

    /** The first rule the dates break, if they break one. */
    Optional<Refused> check(Figures figures) {
        if (joinedOn.isBefore(bornOn.plusYears(figures.age()))) {
            return refuse(OF_AGE, "joinedOn", "入党日期早于满 " + figures.age() + " 周岁的日期，请核对出生日期和入党日期");
        }
        if (fullOn != null && fullOn.isBefore(joinedOn.plusYears(figures.probationYears()))) {
            return refuse(PROBATION, "fullOn", "转正日期早于预备期满，请核对入党日期和转正日期");
        }
        return Optional.empty();
    }

    /** Party age (党龄) in whole months: from the end of probation (R-DEV-48), none before it. */
    int partyAgeMonths(LocalDate on, int correction) {
        if (fullOn == null || fullOn.isAfter(on)) {
            return 0;
        }
        return Math.max(0, (int) Period.between(fullOn, on).toTotalMonths() + correction);
    }

    int age(LocalDate on) {
        return Period.between(bornOn, on).getYears();
    }

    private static Optional<Refused> refuse(RuleId rule, String field, String reason) {
        return Optional.of(new Refused(rule, field, reason));
    }
}
