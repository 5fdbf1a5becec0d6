package org.sunmao.duty.internal;

import static org.sunmao.duty.internal.DutyDays.NEVER;

import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.access.SignedIn;
import org.sunmao.duty.Declared;
import org.sunmao.duty.Standing.Light;
import org.sunmao.duty.internal.DutyView.DutyAct;
import org.sunmao.duty.internal.DutyView.DutyAnswer;
import org.sunmao.duty.internal.DutyView.DutyMay;
import org.sunmao.duty.internal.DutyView.DutyTiming;
import org.sunmao.duty.internal.DutyView.LackingPerson;
import org.sunmao.rules.Demand;
import org.sunmao.rules.Demand.Moment;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One duty with its clause, its evidence, its history, and what may be said of it (AF-14). */
@Component
class DutyPages {

    /** The table of warnings that holds where a declaration names no other (R-WR). */
    private static final RuleId WARNING = new RuleId("R-WR-01");

    private final DutyViews views;
    private final Helpers helpers;
    private final EvidenceWords evidence;
    private final SaidStore said;
    private final Declared declared;
    private final Rulebook rulebook;

    DutyPages(
            DutyViews views,
            Helpers helpers,
            EvidenceWords evidence,
            SaidStore said,
            Declared declared,
            Rulebook rulebook) {
        this.views = views;
        this.helpers = helpers;
        this.evidence = evidence;
        this.said = said;
        this.declared = declared;
        this.rulebook = rulebook;
    }

    DutyView of(SignedIn who, Scope scope, ReadDuty duty) {
        return of(who, scope, duty, List.of());
    }

    /**
     * As it stands.
     *
     * @param lacking by whom it waits
     */
    DutyView of(SignedIn who, Scope scope, ReadDuty duty, List<LackingPerson> lacking) {
        var item = views.items(who, scope, List.of(duty)).getFirst();
        var rule = views.rule(duty);
        var acts = said.of(duty.id());
        return new DutyView(
                item.id(),
                item.name(),
                item.title(),
                item.rule(),
                item.organization(),
                item.subject(),
                item.opens(),
                item.due(),
                item.daysLeft(),
                item.state(),
                item.stateName(),
                item.light(),
                item.lightName(),
                item.since(),
                item.explained(),
                item.remedy(),
                rule.told(),
                duty.row().ruleSince(),
                evidence.of(duty.row().evidence()),
                lacking,
                clearing(item),
                timing(duty),
                helpers.of(who, scope, duty),
                duty.days().waivedUntil(),
                duty.row().voidReason(),
                acts(acts),
                may(who, scope, duty, acts));
    }

    private static String clearing(DutyItem item) {
        return item.remedy().says() + "。登记以后灯自己熄灭，不用另外上报；登记得晚的，按事情发生的日子算。";
    }

    private List<DutyTiming> timing(ReadDuty duty) {
        var timing = declared.find(duty.row().name()).map(Demand::timing);
        var lights = new ArrayList<DutyTiming>();
        light(lights, Light.YELLOW, duty.days().yellowFrom(), timing.map(Demand.Timing::yellow));
        light(lights, Light.RED, duty.days().redFrom(), timing.map(Demand.Timing::red));
        return lights;
    }

    private void light(
            List<DutyTiming> lights, Light light, LocalDate on, Optional<Moment> moment) {
        if (on.equals(NEVER)) {
            return;
        }
        var id = moment.map(Moment::length).map(length -> length.amount().rule()).orElse(WARNING);
        var rule = rulebook.rule(id, on);
        lights.add(new DutyTiming(light.code(), on, id.value(), rule.cite(), true));
    }

    /** What was said, each with what was decided of it. */
    private static List<DutyAct> acts(List<Said> acts) {
        Map<UUID, Said> answers =
                acts.stream()
                        .filter(one -> one.answers() != null)
                        .collect(Collectors.toMap(Said::answers, Function.identity()));
        return acts.stream()
                .filter(one -> one.answers() == null)
                .map(one -> act(one, Optional.ofNullable(answers.get(one.id()))))
                .toList();
    }

    private static DutyAct act(Said one, Optional<Said> answered) {
        return new DutyAct(
                one.id(),
                one.kind().code(),
                one.kind().label(),
                one.name(),
                one.role(),
                one.onDay(),
                one.reason(),
                one.until(),
                answered.map(DutyPages::answer).orElse(null));
    }

    private static DutyAnswer answer(Said it) {
        return new DutyAnswer(
                it.kind().code(), it.kind().label(), it.name(), it.onDay(), it.reason());
    }

    /** Asks the same switch that decides; of another day nothing is said. */
    private static DutyMay may(SignedIn who, Scope scope, ReadDuty duty, List<Said> acts) {
        if (!scope.now()) {
            return new DutyMay(false, false, false, false);
        }
        var matter = Heard.matter(duty, acts);
        var facts = Heard.facts(who, scope, duty, acts);
        var any = duty.id();
        var waits = matter.waits();
        var decide = new Saying.Step.Decide(waits == null ? any : waits.act(), true);
        var waive = new Saying.Step.Waive(scope.day().plusDays(1));
        return new DutyMay(
                done(Saying.take(matter, new Saying.Step.Explain(any), facts)),
                done(Saying.take(matter, new Saying.Step.Contest(any), facts)),
                done(Saying.take(matter, decide, facts)),
                done(Saying.take(matter, waive, facts)));
    }

    private static boolean done(Saying.Outcome outcome) {
        return outcome instanceof Saying.Done;
    }
}
