package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.meeting.MeetingType;
import org.sunmao.meeting.internal.MeetingRules.MeetingRule;
import org.sunmao.meeting.internal.PlanMatch.Wanted;
import org.sunmao.meeting.internal.PlanView.PlanHeld;
import org.sunmao.meeting.internal.PlanView.PlanLine;
import org.sunmao.meeting.internal.YearProposal.Held;
import org.sunmao.meeting.internal.YearProposal.Line;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Lines of plans, each with the rule that asks for it and with what was held of it. */
@Component
class PlanViews {

    private final PlanStore store;
    private final PlanNeeds needs;
    private final MeetingRules rules;

    PlanViews(PlanStore store, PlanNeeds needs, MeetingRules rules) {
        this.store = store;
        this.needs = needs;
        this.rules = rules;
    }

    /** Those of a plan as it was adopted. */
    List<PlanLine> lines(UUID organization, int year, LocalDate today, List<PlanStore.Line> lines) {
        var held = store.held(organization, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        var wanted =
                lines.stream()
                        .map(PlanStore.Line::kept)
                        .map(line -> wanted(line.type(), line.on()))
                        .toList();
        var met = PlanMatch.of(wanted, held);
        var day = YearPlans.day(year, today);
        return IntStream.range(0, lines.size())
                .mapToObj(at -> line(organization, day, lines.get(at), met.get(at)))
                .toList();
    }

    private static Wanted wanted(MeetingType type, LocalDate on) {
        return new Wanted(type, on, PlanNeeds.months(type));
    }

    private PlanLine line(
            UUID organization, LocalDate day, PlanStore.Line line, @Nullable Held held) {
        var kept = line.kept();
        return new PlanLine(
                line.id(),
                kept.type().code(),
                kept.type().label(),
                kept.on(),
                kept.topic(),
                rule(kept.type(), day, organization),
                held(held),
                kept.movedReason());
    }

    /** Those that are proposed. */
    List<PlanLine> proposed(UUID organization, LocalDate day, List<Line> lines) {
        return lines.stream()
                .map(
                        line ->
                                new PlanLine(
                                        null,
                                        line.type().code(),
                                        line.type().label(),
                                        line.on(),
                                        line.topic(),
                                        rule(line.type(), day, organization),
                                        held(line.held()),
                                        line.movedReason()))
                .toList();
    }

    private @Nullable MeetingRule rule(MeetingType type, LocalDate day, UUID organization) {
        return needs.rule(type).map(id -> rules.named(id, day, organization)).orElse(null);
    }

    private static @Nullable PlanHeld held(@Nullable Held held) {
        return held == null ? null : new PlanHeld(held.id(), held.on());
    }
}
