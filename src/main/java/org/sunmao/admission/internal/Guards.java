package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.admission.internal.Verdict.Allowed;
import org.sunmao.admission.internal.Verdict.Refused;
import org.sunmao.rules.RuleId;

import java.time.LocalDate;
import java.util.function.Supplier;

/** The conditions of one step, judged in order: the first that fails is the answer. */
final class Guards {

    private final Facts facts;
    private @Nullable Refused refused;

    Guards(Facts facts) {
        this.facts = facts;
    }

    /** A hard stop. */
    Guards demand(boolean kept, RuleId rule, String says) {
        return judge(kept, rule, says, false);
    }

    /** What a reason and the committee's signature may stand in for. */
    Guards expect(boolean kept, RuleId rule, String says) {
        return judge(kept || facts.excused().contains(rule), rule, says, true);
    }

    /** Nothing is dated before what it rests on. */
    Guards after(LocalDate on, @Nullable LocalDate earlier, RuleId rule) {
        return demand(
                earlier == null || !on.isBefore(earlier),
                rule,
                "日期早于前一步（" + earlier + "），请按实际日期填写");
    }

    private Guards judge(boolean kept, RuleId rule, String says, boolean explainable) {
        if (!kept && refused == null) {
            refused = new Refused(rule, says, explainable);
        }
        return this;
    }

    Verdict then(Supplier<Stage> next) {
        return refused == null ? new Allowed(next.get()) : refused;
    }
}
