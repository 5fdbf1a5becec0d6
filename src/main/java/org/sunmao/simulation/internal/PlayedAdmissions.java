package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.admission.Admissions;
import org.sunmao.admission.PastAdmission;
import org.sunmao.organization.People;
import org.sunmao.organization.Relations;
import org.sunmao.simulation.internal.AdmissionGround.Joined;
import org.sunmao.simulation.internal.AdmissionGround.Unit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The ways into the Party of whoever joined of late, and of about one in a hundred who are on their
 * way: lawful, but for ten kinds of violations that are planted in some.
 */
@Component
class PlayedAdmissions {

    private static final Logger LOG = LoggerFactory.getLogger(PlayedAdmissions.class);
    private static final String PURPOSE = "demo";
    private static final int SEED = 109;

    /** The longest way before the meeting, and whoever begins it is of age. */
    private static final int WAY_DAYS = 900;

    /** Within which all is done that follows a meeting. */
    private static final int APPROVAL_DAYS = 90;

    private static final int OF_AGE = 18;

    /** So many at a time, within what a transaction may take. */
    private static final int PIECE = 25;

    private static final double PLANTED = 0.1;
    private static final double OF_MEMBERS = 0.015;
    private static final List<Violation> BEFORE =
            List.of(
                    Violation.TOO_YOUNG,
                    Violation.LATE_TALK,
                    Violation.EARLY_ACTIVIST,
                    Violation.SHORT_CULTIVATION);

    private final Scopes scopes;
    private final Admissions admissions;
    private final AdmissionGround ground;
    private final PlayedStore played;
    private final People people;
    private final Relations relations;
    private final Clock clock;

    PlayedAdmissions(
            Scopes scopes,
            Admissions admissions,
            AdmissionGround ground,
            PlayedStore played,
            People people,
            Relations relations,
            Clock clock) {
        this.scopes = scopes;
        this.admissions = admissions;
        this.ground = ground;
        this.played = played;
        this.people = people;
        this.relations = relations;
        this.clock = clock;
    }

    /** What was drawn, and how often each kind was planted in it. */
    record Played(List<PastAdmission> cases, Map<Violation, Integer> planted) {}

    /** Piece by piece; what was entered before a stop is there, and is left out. */
    void play() {
        var drawn = scopes.system(PURPOSE, this::draw);
        var entered = 0;
        for (var i = 0; i < drawn.cases().size(); i += PIECE) {
            var end = Math.min(i + PIECE, drawn.cases().size());
            var piece = drawn.cases().subList(i, end);
            entered += scopes.system(PURPOSE, scope -> enter(scope, piece));
        }
        if (entered > 0) {
            LOG.info("演示数据的发展党员记录已经记入：{} 件，其中植入的问题 {}", entered, drawn.planted());
        }
    }

    /** How many of them were not there yet. */
    int enter(Scope scope, List<PastAdmission> cases) {
        var numbers = cases.stream().map(PastAdmission::citizenNumber).toList();
        var known = admissions.known(scope, numbers);
        var others = cases.stream().filter(one -> !known.contains(one.citizenNumber())).toList();
        return admissions.enter(scope, others).size();
    }

    Played draw(Scope scope) {
        var today = played.begun().map(one -> one.span().last()).orElse(LocalDate.now(clock));
        var planted = new EnumMap<Violation, Integer>(Violation.class);
        var past = new ArrayList<PastAdmission>();
        joined(scope, today, past, planted);
        var newcomers = new Newcomers(Plan.read());
        for (var unit : ground.units(scope)) {
            var dice = Dice.of(SEED, unit.number());
            if (dice.chance(OF_MEMBERS * unit.members())) {
                past.add(begun(newcomers, unit, today, dice, planted));
            }
        }
        return new Played(past, planted);
    }

    private void joined(
            Scope scope,
            LocalDate today,
            List<PastAdmission> past,
            Map<Violation, Integer> planted) {
        var joined =
                ground.joined(scope, today.minusDays(WAY_DAYS)).stream()
                        .filter(one -> isWhole(one, today))
                        .toList();
        var ids = joined.stream().map(Joined::member).toList();
        var numbers = people.numbers(scope, ids);
        var names = relations.names(ids);
        for (var i = 0; i < joined.size(); i++) {
            var one = joined.get(i);
            var number = numbers.get(one.member());
            var name = names.get(one.member());
            if (number != null && name != null) {
                past.add(of(one, name, number, today, Dice.of(SEED, -1, i), planted));
            }
        }
    }

    /** Of age when it began, and approved in the days that are drawn for it. */
    private static boolean isWhole(Joined one, LocalDate today) {
        var begun = one.joinedOn().minusDays(WAY_DAYS);
        var last = one.full() ? one.joinedOn().plusYears(1) : one.joinedOn();
        return !one.bornOn().plusYears(OF_AGE).isAfter(begun)
                && !last.plusDays(APPROVAL_DAYS).isAfter(today);
    }

    private PastAdmission of(
            Joined one,
            String name,
            String number,
            LocalDate today,
            Dice dice,
            Map<Violation, Integer> planted) {
        var violation = dice.chance(PLANTED) ? dice.one(after(one)) : null;
        var values = WayIn.draw(one.joinedOn(), one.full(), today, dice, violation);
        count(planted, violation);
        return new PastAdmission(
                one.branch(),
                one.member(),
                name,
                one.sex(),
                one.bornOn(),
                number,
                values,
                violation == Violation.GENERAL_BRANCH ? one.general() : null);
    }

    /** What can have gone wrong with somebody who has joined. */
    private static List<Violation> after(Joined one) {
        return Arrays.stream(Violation.values())
                .filter(it -> it != Violation.TOO_YOUNG)
                .filter(it -> it != Violation.GENERAL_BRANCH || one.general() != null)
                .filter(it -> it != Violation.EARLY_CONVERSION || one.full())
                .toList();
    }

    /** Somebody who is on the way, and stands wherever it has led until today. */
    private PastAdmission begun(
            Newcomers newcomers,
            Unit unit,
            LocalDate today,
            Dice dice,
            Map<Violation, Integer> planted) {
        var violation = dice.chance(PLANTED) ? dice.one(BEFORE) : null;
        var met = today.plusDays(dice.between(5, WAY_DAYS - 320));
        var values = WayIn.draw(met, false, today, dice, violation);
        var applied = (LocalDate) Objects.requireNonNull(values.get("appliedOn"));
        var bornOn =
                violation == Violation.TOO_YOUNG
                        ? applied.minusYears(OF_AGE).plusDays(1)
                        : applied.minusYears(dice.between(19, 34)).minusDays(dice.below(365));
        count(planted, violation);
        var person = newcomers.draw(bornOn, dice);
        return new PastAdmission(
                unit.branch(),
                null,
                person.name(),
                person.sex(),
                bornOn,
                person.number(),
                values,
                null);
    }

    private static void count(Map<Violation, Integer> planted, @Nullable Violation violation) {
        if (violation != null) {
            planted.merge(violation, 1, Integer::sum);
        }
    }
}
