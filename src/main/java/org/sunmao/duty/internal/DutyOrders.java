package org.sunmao.duty.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.duty.internal.Saying.Step;
import org.sunmao.web.InputRefused;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;

/** What is sent to say something of a duty. */
final class DutyOrders {

    private static final int LONGEST = 500;
    private static final int LAST_YEAR = 9999;

    private DutyOrders() {}

    record DutyReason(@Nullable String reason) {

        String read(String fault) {
            return words(reason, fault);
        }
    }

    /**
     * An answer.
     *
     * @param act the explanation or contest that is answered
     */
    record DutyDecision(@Nullable UUID act, @Nullable Boolean accept, @Nullable String reason) {

        Step.Decide read() {
            if (act == null) {
                throw new InputRefused("act", "请说明答复的是哪一件说明或申诉");
            }
            if (accept == null) {
                throw new InputRefused("accept", "请选择同意还是不同意");
            }
            return new Step.Decide(act, accept);
        }

        String why() {
            return words(reason, "请写明理由，党组织会看到");
        }
    }

    /**
     * A waiver.
     *
     * @param until the first day after it
     */
    record DutyWaiver(@Nullable String reason, @Nullable String until) {

        Step.Waive read() {
            return new Step.Waive(day(until));
        }

        String why() {
            return words(reason, "请写明豁免的理由，党组织会看到");
        }
    }

    private static String words(@Nullable String sent, String fault) {
        if (sent == null || sent.isBlank()) {
            throw new InputRefused("reason", fault);
        }
        var reason = sent.strip();
        if (reason.codePointCount(0, reason.length()) > LONGEST) {
            throw new InputRefused("reason", "最多 " + LONGEST + " 个字");
        }
        if (reason.indexOf('\0') >= 0) {
            throw new InputRefused("reason", "含有不能保存的字符");
        }
        return reason;
    }

    private static LocalDate day(@Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            throw new InputRefused("until", "请填写豁免到哪一天，豁免必须有期限");
        }
        try {
            var day = LocalDate.parse(sent.strip());
            if (day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException _) {
            // told below
        }
        throw new InputRefused("until", "没有这一天，请按 2026-11-22 的样子填写");
    }
}
