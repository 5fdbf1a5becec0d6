package org.sunmao.duty.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.SignedIn;
import org.sunmao.duty.internal.DutyOrders.DutyDecision;
import org.sunmao.duty.internal.DutyOrders.DutyReason;
import org.sunmao.duty.internal.DutyOrders.DutyWaiver;
import org.sunmao.web.Page;
import org.sunmao.web.PageLimit;

import java.util.UUID;

/** 应办事项: what is to be done by when, and what is said of it. */
@RestController
@RequestMapping("/api/duties")
class DutyController {

    private static final String KEY = "Idempotency-Key";

    private final DutyDesk desk;
    private final DutyActs acts;

    DutyController(DutyDesk desk, DutyActs acts) {
        this.desk = desk;
        this.acts = acts;
    }

    /**
     * Those of one's subtree, the next first.
     *
     * @param organization it and all below it
     * @param state several, parted by commas; without it all that neither are to come nor over
     * @param light several, parted by commas
     * @param month those that are due in it, as 2026-11
     * @param day as of which they stand
     */
    @Requires(Right.DUTIES_READ)
    @GetMapping
    Page<DutyItem> list(
            SignedIn who,
            @RequestParam(required = false) @Nullable UUID organization,
            @RequestParam(required = false) @Nullable String rule,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String light,
            @RequestParam(required = false) @Nullable UUID subject,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var sent =
                new DutyQuestion.Sent(organization, rule, name, state, light, subject, month, day);
        return desk.list(who, DutyQuestion.read(sent), after, PageLimit.of(limit));
    }

    /** What the asker has to do: of the organization itself, and to decide for those below. */
    @Requires(Right.DUTIES_READ)
    @GetMapping("/mine")
    MyDuties mine(SignedIn who) {
        return desk.mine(who);
    }

    /**
     * One with its clause, its evidence and its history.
     *
     * @param day as of which it stands
     */
    @Requires(Right.DUTIES_READ)
    @GetMapping("/{id}")
    DutyView get(
            SignedIn who,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String day) {
        return desk.get(who, id, DutyQuestion.day(day));
    }

    /** Says why it is unmet. */
    @Requires(Right.DUTIES_ANSWER)
    @PostMapping("/{id}/explain")
    DutyView explain(
            SignedIn who,
            @PathVariable UUID id,
            @RequestHeader(name = KEY, required = false) @Nullable UUID key,
            @RequestBody DutyReason said) {
        return acts.explain(who, id, said, key);
    }

    /** Says that it is wrong; it is neutral until somebody above has decided (AF-15). */
    @Requires(Right.DUTIES_ANSWER)
    @PostMapping("/{id}/contest")
    DutyView contest(
            SignedIn who,
            @PathVariable UUID id,
            @RequestHeader(name = KEY, required = false) @Nullable UUID key,
            @RequestBody DutyReason said) {
        return acts.contest(who, id, said, key);
    }

    /** Answers an explanation or a contest. */
    @Requires(Right.DUTIES_DECIDE)
    @PostMapping("/{id}/decision")
    DutyView decide(
            SignedIn who,
            @PathVariable UUID id,
            @RequestHeader(name = KEY, required = false) @Nullable UUID key,
            @RequestBody DutyDecision said) {
        return acts.decide(who, id, said, key);
    }

    /** Sets it aside until a day, with a reason. */
    @Requires(Right.DUTIES_DECIDE)
    @PostMapping("/{id}/waive")
    DutyView waive(
            SignedIn who,
            @PathVariable UUID id,
            @RequestHeader(name = KEY, required = false) @Nullable UUID key,
            @RequestBody DutyWaiver said) {
        return acts.waive(who, id, said, key);
    }
}
