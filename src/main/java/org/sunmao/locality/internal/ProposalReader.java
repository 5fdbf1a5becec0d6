package org.sunmao.locality.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.locality.internal.Proposal.By;
import org.sunmao.locality.internal.Proposal.State;
import org.sunmao.rules.RuleId;
import org.sunmao.web.InputRefused;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Reads what was sent, and tells every place that cannot be understood. */
@Component
class ProposalReader {

    private static final int LONGEST_REASON = 400;
    private static final int LONGEST_VALUE = 200;

    /**
     * A wish as it was sent.
     *
     * @param name of the figure
     * @param value empty or absent to have the figure of the rule itself again
     * @param from the first day; today if absent
     * @param until the first day it no longer holds
     */
    record Wish(
            @Nullable UUID organization,
            @Nullable String name,
            @Nullable String value,
            @Nullable String from,
            @Nullable String until,
            @Nullable String reason) {}

    Proposal read(UUID id, RuleId rule, Wish sent, LocalDate today, By by, Instant at) {
        var faults = new ArrayList<InputRefused.Place>();
        var organization = sent.organization();
        if (organization == null) {
            faults.add(new InputRefused.Place("organization", "请选择党组织"));
        }
        var name = sent.name();
        if (name == null || name.isBlank()) {
            faults.add(new InputRefused.Place("name", "请选择要更改的数字"));
        }
        var value = optional(sent.value());
        if (value != null && value.length() > LONGEST_VALUE) {
            faults.add(new InputRefused.Place("value", "最多 " + LONGEST_VALUE + " 字"));
        }
        var reason = reason(sent.reason(), faults);
        var from = day("from", sent.from(), faults);
        var until = day("until", sent.until(), faults);
        if (organization == null || name == null || !faults.isEmpty()) {
            throw new InputRefused(faults);
        }
        return new Proposal(
                id,
                organization,
                rule,
                name,
                value,
                from == null ? today : from,
                until,
                reason,
                by,
                at,
                State.PENDING,
                null);
    }

    private String reason(@Nullable String sent, List<InputRefused.Place> faults) {
        var reason = optional(sent);
        if (reason == null) {
            faults.add(new InputRefused.Place("reason", "请写明理由，如所依据的文件"));
        } else if (reason.length() > LONGEST_REASON) {
            faults.add(new InputRefused.Place("reason", "最多 " + LONGEST_REASON + " 字"));
        }
        return reason == null ? "" : reason;
    }

    private static @Nullable LocalDate day(
            String pointer, @Nullable String sent, List<InputRefused.Place> faults) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(sent.strip());
        } catch (DateTimeException _) {
            faults.add(new InputRefused.Place(pointer, "没有这一天，请按 2026-11-22 的样子填写"));
            return null;
        }
    }

    /** What was written, or null where nothing was. */
    @Nullable String optional(@Nullable String sent) {
        if (sent != null && sent.indexOf('\0') >= 0) {
            throw new InputRefused("", "内容里有看不见的字符，请重新填写");
        }
        return sent == null || sent.isBlank() ? null : sent.strip();
    }

    String required(@Nullable String sent, String pointer, String otherwise) {
        var text = optional(sent);
        if (text == null) {
            throw new InputRefused(pointer, otherwise);
        }
        if (text.length() > LONGEST_REASON) {
            throw new InputRefused(pointer, "最多 " + LONGEST_REASON + " 字");
        }
        return text;
    }

    @Nullable State state(@Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        return Arrays.stream(State.values())
                .filter(state -> ProposalStore.code(state).equals(sent))
                .findFirst()
                .orElseThrow(() -> new InputRefused("state", "没有这种状态，请重新选择"));
    }
}
