package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.meeting.MeetingType;
import org.sunmao.meeting.Voting;
import org.sunmao.rules.Rule;
import org.sunmao.rules.Rule.Figure;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.RuleRefused;
import org.sunmao.rules.Rulebook;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The rules of organization life, as they hold for one organization on a day. */
@Component
class MeetingRules {

    static final RuleId OF_MEMBERS = new RuleId("R-LF-02");
    static final RuleId OF_COMMITTEE = new RuleId("R-LF-04");
    static final RuleId LATE = new RuleId("AF-13");
    static final RuleId THEME_DAY = new RuleId("R-LF-16");
    static final RuleId EXEMPT = new RuleId("R-EDU-07");
    static final RuleId HOURS = new RuleId("R-EDU-01");

    /** Votes on admission: who opens one and is entitled, in what order, what passes, of whom. */
    static final RuleId ATTENDANCE = new RuleId("R-DEV-28");

    static final RuleId ENTITLED = new RuleId("R-DEV-29");
    static final RuleId ORDER = new RuleId("R-DEV-30");
    static final RuleId ADMISSION = new RuleId("R-DEV-31");
    static final RuleId ONE_BY_ONE = new RuleId("R-DEV-32");

    private static final Set<MeetingType> VOTING =
            Set.of(
                    MeetingType.MEMBERS,
                    MeetingType.COMMITTEE,
                    MeetingType.THEME_DAY,
                    MeetingType.LIFE_MEETING,
                    MeetingType.APPRAISAL);

    /**
     * A rule as it is named beside what it decides.
     *
     * @param local whether a figure or the rule itself is this place's own
     */
    record MeetingRule(String id, String title, String cite, boolean local) {}

    private final Rulebook rulebook;

    MeetingRules(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    Rule rule(RuleId id, LocalDate day, UUID organization) {
        return rulebook.rule(id, day, organization);
    }

    MeetingRule named(RuleId id, LocalDate day, UUID organization) {
        var rule = rule(id, day, organization);
        var local =
                !rule.source().confirmed().equals("yes")
                        || rule.figures().values().stream()
                                .map(Figure::decision)
                                .anyMatch(decision -> decision != null);
        return new MeetingRule(id.value(), rule.title(), rule.cite(), local);
    }

    RuleRefused refused(
            RuleId id, LocalDate day, UUID organization, String says, String... fields) {
        return new RuleRefused(rule(id, day, organization), says, fields);
    }

    /** Whether anything is decided by votes in a meeting of the kind. */
    static boolean votes(MeetingType type) {
        return VOTING.contains(type);
    }

    /** By which rule a meeting decides, where nothing else is said; null where none does. */
    static @Nullable RuleId deciding(MeetingType type, @Nullable MeetingType form) {
        if (!votes(type)) {
            return null;
        }
        var committee =
                type == MeetingType.COMMITTEE
                        || (type == MeetingType.LIFE_MEETING && form == MeetingType.COMMITTEE);
        return committee ? OF_COMMITTEE : OF_MEMBERS;
    }

    /** Whether so many may decide anything there at all. */
    boolean quorum(
            MeetingType type,
            @Nullable MeetingType form,
            LocalDate day,
            UUID organization,
            int due,
            int present) {
        var id = deciding(type, form);
        if (id == null || type == MeetingType.THEME_DAY || form == MeetingType.GROUP) {
            return true;
        }
        return voting(id, day, organization).open(due, present);
    }

    Voting voting(RuleId id, LocalDate day, UUID organization) {
        var rule = rule(id, day, organization);
        return switch (id.value()) {
            case "R-LF-02" -> Voting.ofMembers(rule);
            case "R-LF-04" -> Voting.ofCommittee(rule);
            case "R-DEV-31" -> Voting.onAdmission(rule(ATTENDANCE, day, organization), rule);
            default -> throw new IllegalStateException("no vote passes by " + id);
        };
    }

    /** The rule a vote names, if votes pass by it in such a meeting. */
    static @Nullable RuleId named(@Nullable String sent, RuleId deciding) {
        if (sent == null || sent.equals(deciding.value())) {
            return deciding;
        }
        return sent.equals(ADMISSION.value()) && deciding.equals(OF_MEMBERS) ? ADMISSION : null;
    }

    /** Which rule says who must be there before anybody votes. */
    static RuleId opening(RuleId id) {
        return id.equals(ADMISSION) ? ATTENDANCE : id;
    }

    /** From which day on the minutes only take annotations. */
    LocalDate lockedOn(LocalDate recordedOn, UUID organization) {
        return recordedOn.plusDays(
                figure(MeetingProcess.MINUTES, "lock", recordedOn, organization));
    }

    /** Until when what was returned is to be put right. */
    LocalDate mendBy(LocalDate returnedOn, UUID organization) {
        return returnedOn.plusDays(figure(MeetingProcess.MINUTES, "fix", returnedOn, organization));
    }

    /** In the year after; a month may be too short for the day. */
    LocalDate archivedOn(LocalDate heldOn, UUID organization) {
        var year = heldOn.getYear() + 1;
        var rule = rule(MeetingProcess.MINUTES, LocalDate.of(year, 1, 1), organization);
        var month = YearMonth.of(year, rule.figure("month"));
        return month.atDay(Math.min(rule.figure("day"), month.lengthOfMonth()));
    }

    boolean late(LocalDate heldOn, LocalDate recordedOn, UUID organization) {
        var days = figure(LATE, "days", recordedOn, organization);
        return recordedOn.isAfter(heldOn.plusDays(days));
    }

    /** How long one of those usually takes by which hours are counted. */
    Optional<Integer> length(MeetingType type, LocalDate day, UUID organization) {
        var figure =
                switch (type) {
                    case LECTURE -> "lecture";
                    case THEME_DAY -> "themeDay";
                    case TRAINING -> "training";
                    default -> null;
                };
        return Optional.ofNullable(figure).map(name -> figure(HOURS, name, day, organization));
    }

    /** What is learned at: what the class hours of members are counted by. */
    static boolean learned(MeetingType type) {
        return switch (type) {
            case LECTURE, THEME_DAY, GROUP, TRAINING -> true;
            default -> false;
        };
    }

    /** How many minutes a class hour has. */
    int classHour(LocalDate day, UUID organization) {
        return figure(HOURS, "classHour", day, organization);
    }

    private int figure(RuleId id, String name, LocalDate day, UUID organization) {
        return rule(id, day, organization).figure(name);
    }
}
