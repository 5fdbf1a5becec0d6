package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.admission.internal.Verdict.Allowed;
import org.sunmao.admission.internal.Verdict.Refused;
import org.sunmao.rules.RuleId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The conditions of one step, judged in order: the first that fails is the answer. Of a step that
 * is only to be noted, all that fail are told.
 */
final class Guards {

    private final Facts facts;
    private final List<Breach> breaches = new ArrayList<>();
    private boolean outOfTurn;

    Guards(Facts facts) {
        this.facts = facts;
    }

    /** What nothing can be noted of, since it leads nowhere. */
    Guards turn(boolean kept, RuleId rule, String says) {
        outOfTurn |= !kept;
        return demand(kept, rule, says);
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
        if (!kept) {
            breaches.add(new Breach(rule, says, explainable));
        }
        return this;
    }

    Verdict then(Supplier<Stage> next) {
        if (breaches.isEmpty() || (facts.noting() && !outOfTurn)) {
            return new Allowed(next.get(), breaches);
        }
        var first = breaches.getFirst();
        return new Refused(first.rule(), first.says(), first.explainable());
    }
}
