package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One way into the Party as a roster tells it: lawful, but for what is planted in it. Days are by
 * the names of the roster's columns; what lies in the future is left out.
 */
final class WayIn {

    private static final List<String> VOTE =
            List.of("voteDue", "votePresent", "voteWritten", "voteInFavour", "voteAgainst");
    private static final List<String> CONVERSION =
            List.of(
                    "conversionVoteDue",
                    "conversionVotePresent",
                    "conversionVoteWritten",
                    "conversionVoteInFavour",
                    "conversionVoteAgainst");

    private static final List<String> ASSESSED =
            List.of("probationFirst", "probationSecond", "probationThird", "probationFourth");

    private final Map<String, Object> values = new HashMap<>();
    private final Dice dice;

    private WayIn(Dice dice) {
        this.dice = dice;
    }

    /**
     * Draws one.
     *
     * @param met the day of the meeting that accepted, or will
     * @param converted whether they became full members at the end of the year
     */
    static Map<String, Object> draw(
            LocalDate met,
            boolean converted,
            LocalDate today,
            Dice dice,
            @Nullable Violation planted) {
        var way = new WayIn(dice);
        way.cultivation(met);
        way.acceptance(met);
        if (converted) {
            way.conversion(met);
        }
        if (planted != null) {
            way.plant(planted, met);
        }
        way.values.values().removeIf(it -> it instanceof LocalDate day && day.isAfter(today));
        way.beside("vote", VOTE);
        way.beside("conversionVote", CONVERSION);
        way.beside("contacts", List.of("contactsNumber"));
        way.beside("sponsors", List.of("sponsorsNumber"));
        way.beside("training", List.of("trainingDays", "trainingHours"));
        return way.values;
    }

    private void cultivation(LocalDate met) {
        var fixed = met.minusDays(dice.between(480, 560));
        var applied = fixed.minusDays(dice.between(100, 300));
        values.put("appliedOn", applied);
        values.put("talk", applied.plusDays(dice.between(3, 25)));
        values.put("fixActivist", fixed);
        values.put("fileActivist", fixed.plusDays(dice.between(1, 8)));
        values.put("contacts", fixed.plusDays(dice.between(9, 15)));
        values.put("contactsNumber", 2);
        var assessed = fixed.plusDays(dice.between(160, 178));
        values.put("assessedFirst", assessed);
        values.put("assessedSecond", assessed.plusDays(dice.between(160, 178)));
        values.put("listObject", fixed.plusDays(dice.between(366, 380)));
        values.put("fileObject", fixed.plusDays(dice.between(381, 390)));
    }

    private void acceptance(LocalDate met) {
        values.put("sponsors", met.minusDays(80));
        values.put("sponsorsNumber", 2);
        values.put("review", met.minusDays(dice.between(50, 75)));
        values.put("training", met.minusDays(dice.between(30, 48)));
        values.put("trainingDays", dice.between(3, 5));
        values.put("trainingHours", 24);
        values.put("examine", met.minusDays(dice.between(21, 28)));
        values.put("preExamine", met.minusDays(dice.between(10, 20)));
        values.put("form", met.minusDays(dice.between(2, 8)));
        values.put("vote", met);
        votes("vote", 9);
        values.put("submit", met.plusDays(dice.between(1, 5)));
        values.put("superiorTalk", met.plusDays(dice.between(6, 20)));
        entry(met.plusDays(dice.between(21, 60)));
    }

    private void entry(LocalDate approved) {
        values.put("approve", approved);
        values.put("fileApproval", approved.plusDays(dice.between(3, 9)));
        values.put("assign", approved.plusDays(dice.between(3, 9)));
        values.put("oath", approved.plusDays(dice.between(10, 25)));
        for (var i = 0; i < ASSESSED.size(); i++) {
            values.put(ASSESSED.get(i), approved.plusDays(85L * (i + 1)));
        }
    }

    private void conversion(LocalDate met) {
        var until = met.plusYears(1);
        values.put("conversionApplication", until.minusDays(dice.between(1, 15)));
        values.put("conversionVote", until.plusDays(dice.between(0, 20)));
        votes("conversionVote", 9);
        values.put("conversionApprove", until.plusDays(dice.between(21, 70)));
        values.put("archive", until.plusDays(dice.between(71, 90)));
    }

    private void votes(String meeting, int due) {
        values.put(meeting + "Due", due);
        values.put(meeting + "Present", due - dice.below(2));
        values.put(meeting + "Written", 0);
        values.put(meeting + "InFavour", due - 2);
        values.put(meeting + "Against", 0);
    }

    private void plant(Violation planted, LocalDate met) {
        switch (planted) {
            case TOO_YOUNG, GENERAL_BRANCH -> {} // of who it is, and of who granted
            case LATE_TALK -> values.put("talk", day("appliedOn").plusMonths(1).plusDays(6));
            case EARLY_ACTIVIST -> values.put("fixActivist", day("talk").minusDays(1));
            case SHORT_CULTIVATION -> {
                values.put("assessedFirst", day("fixActivist").plusDays(100));
                values.put("assessedSecond", day("fixActivist").plusDays(250));
                values.put("listObject", day("fixActivist").plusYears(1).minusDays(1));
            }
            case ONE_SPONSOR -> values.put("sponsorsNumber", 1);
            case NO_REVIEW -> values.remove("review");
            case SHORT_TRAINING -> {
                values.put("trainingDays", 2);
                values.put("trainingHours", 23);
            }
            case NO_QUORUM -> {
                values.put("votePresent", 4);
                values.put("voteInFavour", 4);
            }
            case EARLY_CONVERSION -> {
                values.put("conversionApplication", met.plusYears(1).minusDays(30));
                values.put("conversionVote", met.plusYears(1).minusDays(1));
            }
        }
    }

    private LocalDate day(String name) {
        return (LocalDate) Objects.requireNonNull(values.get(name));
    }

    private void beside(String day, List<String> numbers) {
        if (!values.containsKey(day)) {
            numbers.forEach(values::remove);
        }
    }
}
