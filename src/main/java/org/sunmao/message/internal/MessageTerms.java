package org.sunmao.message.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;

import java.time.LocalDate;
import java.util.UUID;

/** The figures of the rule that keeps reminders few. */
@Component
class MessageTerms {

    static final RuleId RULE = new RuleId("R-MS-04");

    private final Rulebook rulebook;

    MessageTerms(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /**
     * The budget of somebody.
     *
     * @param organization whose figures hold
     * @param works whether they have an office, and not only their own record
     */
    Budget budget(LocalDate day, @Nullable UUID organization, boolean works) {
        var rule = rulebook.rule(RULE, day, organization);
        return new Budget(
                rule.figure("quietFrom"),
                rule.figure("quietTo"),
                rule.figure(works ? "officeYear" : "memberYear"),
                rule.figure("ahead"));
    }

    /** What is due within so many days cannot wait. */
    int soonDays(LocalDate day, @Nullable UUID organization) {
        return rulebook.rule(RULE, day, organization).figure("soonDays");
    }
}
