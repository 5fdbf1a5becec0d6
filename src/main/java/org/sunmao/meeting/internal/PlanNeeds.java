package org.sunmao.meeting.internal;

import org.springframework.stereotype.Component;
import org.sunmao.meeting.MeetingType;
import org.sunmao.meeting.internal.PlanNeed.Place;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What the rules ask of an organization in a year, with the figures that hold for it. */
@Component
class PlanNeeds {

    private static final RuleId MEMBERS = new RuleId("R-LF-01");
    private static final RuleId COMMITTEE = new RuleId("R-LF-04");
    private static final RuleId GROUP = new RuleId("R-LF-05");
    private static final RuleId LECTURE = new RuleId("R-LF-07");
    static final RuleId THEME_DAY = new RuleId("R-LF-08");
    static final RuleId LIFE_MEETING = new RuleId("R-LF-10");
    private static final RuleId TALK = new RuleId("R-LF-13");

    /** From how many officers on a branch has a committee. */
    private static final RuleId OFFICERS = new RuleId("R-BR-08");

    private static final Map<MeetingType, RuleId> RULES = rules();
    private static final int YEAR = 12;
    private static final int QUARTER = 3;

    /**
     * An organization as far as its plan goes.
     *
     * @param kind a code of table organizationKind
     * @param officers how many people are in its committee
     */
    record Shape(UUID organization, String kind, int officers) {}

    private final Rulebook rulebook;

    PlanNeeds(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    private static Map<MeetingType, RuleId> rules() {
        Map<MeetingType, RuleId> rules = new EnumMap<>(MeetingType.class);
        rules.put(MeetingType.MEMBERS, MEMBERS);
        rules.put(MeetingType.COMMITTEE, COMMITTEE);
        rules.put(MeetingType.GROUP, GROUP);
        rules.put(MeetingType.LECTURE, LECTURE);
        rules.put(MeetingType.THEME_DAY, THEME_DAY);
        rules.put(MeetingType.LIFE_MEETING, LIFE_MEETING);
        rules.put(MeetingType.APPRAISAL, Grading.APPRAISAL);
        rules.put(MeetingType.TALK, TALK);
        return rules;
    }

    List<PlanNeed> of(Shape shape, LocalDate day) {
        return switch (shape.kind()) {
            case "group" -> List.of(every(shape, day, MeetingType.GROUP, "perMonth", 1));
            case "committee", "work-committee", "general-branch" ->
                    List.of(every(shape, day, MeetingType.LECTURE, "secretary", YEAR));
            default -> ofBranch(shape, day);
        };
    }

    private List<PlanNeed> ofBranch(Shape shape, LocalDate day) {
        var least = rulebook.rule(OFFICERS, day, shape.organization()).figure("least");
        return Stream.of(
                        Optional.of(every(shape, day, MeetingType.MEMBERS, "perQuarter", QUARTER)),
                        Optional.of(every(shape, day, MeetingType.COMMITTEE, "perMonth", 1))
                                .filter(_ -> shape.officers() >= least),
                        Optional.of(every(shape, day, MeetingType.LECTURE, "perQuarter", QUARTER)),
                        Optional.of(every(shape, day, MeetingType.THEME_DAY, "days", 1)),
                        Optional.of(lifeMeeting(shape, day)),
                        Optional.of(every(shape, day, MeetingType.APPRAISAL, "perYear", YEAR)))
                .flatMap(Optional::stream)
                .filter(need -> need.times() > 0)
                .toList();
    }

    private PlanNeed every(
            Shape shape, LocalDate day, MeetingType type, String figure, int months) {
        var id = rule(type).orElseThrow();
        var rule = rulebook.rule(id, day, shape.organization());
        var place =
                switch (type) {
                    case LECTURE -> Place.EARLY;
                    case APPRAISAL -> Place.LATE;
                    default -> Place.MIDDLE;
                };
        var theme = type != MeetingType.COMMITTEE && type != MeetingType.GROUP;
        return new PlanNeed(type, rule.id(), rule.figure(figure), months, 0, place, theme);
    }

    private PlanNeed lifeMeeting(Shape shape, LocalDate day) {
        var rule = rulebook.rule(LIFE_MEETING, day, shape.organization());
        return new PlanNeed(
                MeetingType.LIFE_MEETING,
                rule.id(),
                rule.figure("perYear"),
                QUARTER,
                rule.figure("quarter"),
                Place.LATE,
                true);
    }

    /** How many days before the theme day its committee fixes what it is about. */
    int notice(UUID organization, LocalDate day) {
        return rulebook.rule(MEMBERS, day, organization).figure("notice");
    }

    /** The rule that asks for a type; activities follow from none. */
    Optional<RuleId> rule(MeetingType type) {
        return Optional.ofNullable(RULES.get(type));
    }

    /** How long the period is in which one of a type is looked for. */
    static int months(MeetingType type) {
        return switch (type) {
            case MEMBERS, LECTURE -> QUARTER;
            case LIFE_MEETING, APPRAISAL, TALK -> YEAR;
            default -> 1;
        };
    }
}
