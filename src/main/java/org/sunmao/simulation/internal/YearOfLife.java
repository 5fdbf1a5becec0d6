package org.sunmao.simulation.internal;

import org.sunmao.meeting.NewMeeting;
import org.sunmao.meeting.NewMeeting.Absent;
import org.sunmao.simulation.internal.Roster.Unit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who held what on which day: the same plan, the same registers and the same span give the same
 * year.
 *
 * <p>Knows no clock, no database and no framework.
 */
final class YearOfLife {

    private static final int SHARED = 104;
    private static final int HABITS = 105;

    private final LifePlan plan;
    private final Span span;

    YearOfLife(LifePlan plan, Span span) {
        this.plan = plan;
        this.span = span;
    }

    /** What the branches and groups below one committee held, and it itself. */
    List<Happening> of(Collection<Unit> part) {
        var happened = new ArrayList<Happening>();
        var committee = part.stream().filter(Unit::isCommittee).findFirst();
        var lectures =
                committee
                        .map(unit -> new OfferedLectures(plan, unit, span).byMonth())
                        .orElse(Map.of());
        happened.addAll(lectures.values());
        var shared = shared(part);
        for (var unit : part) {
            if (!unit.isCommittee()) {
                var habits = habits(unit, shared);
                happened.addAll(new LifeOfUnit(plan, unit, habits, span, lectures).all());
            }
        }
        return happened;
    }

    /** What the branches below one committee planned. */
    List<Planned> plans(Collection<Unit> part) {
        var shared = shared(part);
        return part.stream()
                .filter(unit -> !unit.isCommittee() && !unit.isGroup())
                .map(unit -> new Planning(plan, unit, habits(unit, shared), span))
                .flatMap(planning -> planning.all().stream())
                .toList();
    }

    /** The fixed day of most branches of a township. */
    private int shared(Collection<Unit> part) {
        var first = part.iterator().next().number();
        return plan.themeDay().days().draw(Dice.of(plan.seed(), first, SHARED));
    }

    private Habits habits(Unit unit, int shared) {
        var dice = Dice.of(plan.seed(), unit.number(), HABITS);
        return Habits.draw(plan, shared, span.months(), dice);
    }

    /** By what the year says in the words of the domain: neither ids nor instants. */
    static String hash(
            Collection<Happening> happened, Collection<Planned> planned, Map<UUID, String> names) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var lines = happened.stream().map(one -> line(one, names));
            Stream.concat(lines, planned.stream().map(one -> one.words() + "\n"))
                    .sorted()
                    .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String line(Happening one, Map<UUID, String> names) {
        var meeting = one.meeting();
        var absent =
                meeting.roll().absent().stream().map(away -> away(away, names)).sorted().toList();
        var here = List.of(meeting.roll().distant(), meeting.roll().guests());
        var others =
                here.stream().map(ids -> ids.stream().map(names::get).sorted().toList()).toList();
        return String.join(
                        "\u001f",
                        one.unit().number() + one.unit().name(),
                        meeting.type().code(),
                        String.valueOf(meeting.form()),
                        meeting.when().toString(),
                        meeting.topic(),
                        heads(meeting, names),
                        absent.toString(),
                        others.toString(),
                        meeting.text().toString(),
                        meeting.votes().toString(),
                        String.valueOf(meeting.reason()),
                        one.books().toString(),
                        String.valueOf(one.calledOff()),
                        one.sequel().words(names))
                + "\n";
    }

    private static String heads(NewMeeting meeting, Map<UUID, String> names) {
        return Stream.of(meeting.heads().chair(), meeting.heads().recorder())
                .map(head -> head == null ? "" : names.getOrDefault(head.member(), head.name()))
                .toList()
                .toString();
    }

    private static String away(Absent away, Map<UUID, String> names) {
        return names.get(away.member()) + " " + away.reason();
    }
}
