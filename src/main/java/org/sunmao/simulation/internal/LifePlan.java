package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;

import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** How a year of organization life goes: {@code simulation/year.yaml}, explained there. */
record LifePlan(
        long seed,
        int months,
        Map<String, Keeping> keeping,
        ThemeDay themeDay,
        Bands movedBy,
        Bands committeeBefore,
        Bands groupAfter,
        Weights begins,
        Map<String, Bands> minutes,
        Bands lifeMeetingDay,
        Bands appraisalAfter,
        double appraisalHeld,
        Weights lifeForm,
        Planning planning,
        Appraising appraising,
        Promising promising,
        double talks,
        Weights talkMonth,
        double offered,
        String offeredAt,
        List<String> lecturers,
        String office,
        double followed,
        double followedFromAway,
        Map<String, Activity> activities,
        Absence absence,
        Bands recordedAfter,
        Bands lateBy,
        Bands signedAfter,
        Bands chairAfter,
        Bands checkDay,
        double checked,
        double returned,
        Vote vote,
        List<String> lateReasons,
        List<String> movedReasons,
        List<String> cancelReasons,
        List<String> returnReasons,
        String clerk,
        String township,
        int announcedBefore,
        int calledOffBefore,
        List<String> places,
        Map<String, Map<String, String>> agenda,
        Map<String, String> chosen,
        Map<String, List<String>> topics,
        Map<String, List<String>> themes,
        List<String> matters,
        List<String> deliberated,
        List<String> said) {

    /** How a branch keeps its books: shares of what goes wrong. */
    record Keeping(
            double weight,
            double missing,
            double moved,
            double late,
            double unsigned,
            double cancelled,
            Bands lapses,
            Weights plans,
            double ungraded,
            double untold,
            double undone) {}

    /** When plans are adopted, and the share of branches that copies last year's. */
    record Planning(Bands day, Bands laterBy, double copied) {}

    /**
     * How grades are settled and told.
     *
     * @param excellentOf one of so many may be excellent
     */
    record Appraising(
            Bands gradedAfter,
            Bands toldAfter,
            double toldAnyway,
            int excellentOf,
            double excellent,
            Weights others,
            double counted,
            double astray,
            List<String> gaps) {}

    /** What a life meeting promises, and when it is done. */
    record Promising(
            Bands count,
            double ofMember,
            Bands dueAfter,
            Bands doneAfter,
            List<String> says,
            List<String> done) {}

    /** The fixed day, and the share of branches that has that of the township. */
    record ThemeDay(double shared, Bands days) {}

    /** What is done beside the meetings: in which months, by how many branches and people. */
    record Activity(List<Integer> months, double share, double joins) {}

    /** Who does not come, and never more of those due than {@code most}. */
    record Absence(Missing away, Missing old, Missing other, double most) {}

    /** A kind of people: the share that does not come, and why; {@code from} which age on. */
    record Missing(@Nullable Integer from, double share, Weights reasons) {}

    /** How often something is voted on, and how many do not agree. */
    record Vote(double share, double against, double abstained) {}

    static LifePlan read() {
        try (var in = LifePlan.class.getResourceAsStream("/simulation/year.yaml")) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LifePlan read(InputStream in) {
        return new YAMLMapper().readValue(in, LifePlan.class);
    }

    Keeping keeping(Dice dice) {
        var sum = keeping.values().stream().mapToDouble(Keeping::weight).sum();
        var drawn = dice.below(sum);
        for (var one : keeping.values()) {
            drawn -= one.weight();
            if (drawn < 0) {
                return one;
            }
        }
        throw new IllegalStateException("year.yaml has no keeping");
    }
}
