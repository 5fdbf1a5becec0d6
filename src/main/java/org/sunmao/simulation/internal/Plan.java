package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;

import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is built and in which proportions: {@code simulation/county.yaml}, explained there. */
record Plan(
        long seed,
        Map<String, Totals> demonstrations,
        Limits limits,
        String firstMember,
        Map<String, Bands> established,
        List<Committee> systems,
        Villages villages,
        List<TownshipUnit> everyTownship,
        List<Unit> units,
        Weights bodiesWithout,
        Map<String, Staffing> staff,
        Set<String> atWork,
        double probationary,
        double extended,
        Bands extensionMonths,
        double lost,
        double suspendedOfLost,
        Bands lostDaysAgo,
        Weights lostReasons,
        double fromTaiwan,
        double classConfirmed,
        Map<String, Double> mobile,
        double landline,
        Bands officerAges,
        Posting posts,
        OutOfOrder outOfOrder,
        Bands joinedAt,
        Bands probationaryAges,
        Weights admissionKinds,
        Weights nations,
        Map<String, Integer> retireAt,
        String retired,
        Map<String, Profile> profiles,
        Map<String, List<Schooling>> schoolings,
        Map<String, Weights> degrees,
        Map<String, Weights> strata,
        Map<String, Weights> frontlines,
        Map<String, Weights> technicalPosts,
        List<String> migrantJobs,
        Map<String, Weights> destinations,
        Weights surnames,
        List<GivenNames> givenNames,
        double rareShare,
        List<String> rareCharacters,
        Map<String, LongNames> longNames,
        String brands) {

    record Totals(String area, int organizations, int bodies, int members) {

        int all() {
            return organizations + bodies + members;
        }
    }

    record Limits(int leastMembers, int branch, int generalBranch, int jointUnits, int board) {}

    /** A committee of the county level that branches stand below. */
    record Committee(String key, String name, String kind, String field, Bands established) {}

    record Villages(
            VillageKind village, VillageKind community, double undivided, int branchBelow) {}

    record VillageKind(String profile, String body, Bands sizes, Bands established) {}

    record TownshipUnit(
            String name,
            @Nullable String inStreet,
            String kind,
            String field,
            String profile,
            @Nullable String body,
            Bands sizes,
            Bands established) {}

    record Unit(
            String key,
            int weight,
            String under,
            String kind,
            String field,
            @Nullable String profile,
            @Nullable String body,
            @Nullable Bands joins,
            @Nullable List<Round> rounds,
            List<String> names,
            @Nullable Bands sizes,
            Bands established) {}

    /**
     * How many work in a body of one kind, beside the members of its branches.
     *
     * @param unknown the share of which nothing is known
     */
    record Staffing(double unknown, Bands people) {}

    /**
     * Shares of organizations, or of villages, in which it is so.
     *
     * @param vacant nobody is secretary
     * @param unapproved the approval of the secretary is not registered
     * @param expiring the term ends within half a year
     * @param expired it is over, and no election was held
     * @param extended it was over and was put off
     * @param changed another was secretary in the term before
     * @param oneShoulder the secretary is chair of the village committee
     * @param threeInOne the discipline member is liaison and chair of supervision
     * @param talents how many young talents a township knows
     */
    record Posting(
            double vacant,
            double unapproved,
            double expiring,
            double expired,
            double extended,
            double changed,
            double oneShoulder,
            double threeInOne,
            double firstSecretary,
            double secondReserve,
            double graduate,
            double retired,
            double gooseHead,
            double otherGoose,
            double volunteer,
            Bands talents) {}

    /**
     * What the rules find, so that a board has something to show.
     *
     * @param tooSmall branches of each county that hold fewer than the least
     * @param tooLarge branches of each county that hold more than the most
     * @param jointUnits joint branches of each county of more units than the most
     * @param leaderless of so many groups one has no leader
     * @param ungrouped of so many branches with groups one leaves somebody out
     * @param uncontacted of so many branches one names nobody for some who are away
     * @param lateReviews of so many temporary branches one is not looked at in time
     * @param numberDiffers the share of members whose birth date is not that of the number
     */
    record OutOfOrder(
            int tooSmall,
            int tooLarge,
            int jointUnits,
            int leaderless,
            int ungrouped,
            int uncontacted,
            int lateReviews,
            double numberDiffers) {}

    /** The word that tells a further organization of the same body from the first. */
    record Round(String word, @Nullable String profile) {}

    record Profile(
            double women,
            Bands ages,
            String schooling,
            Weights jobs,
            boolean retiring,
            double floating,
            double stays) {}

    record Schooling(int until, Weights codes) {}

    record GivenNames(int until, double single, String men, String women) {}

    record LongNames(List<String> men, List<String> women) {}

    static Plan read() {
        try (var in = Plan.class.getResourceAsStream("/simulation/county.yaml")) {
            return new YAMLMapper().readValue(in, Plan.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Profile profile(String key) {
        return of(profiles, key);
    }

    Totals totals(String kind) {
        return of(demonstrations, kind);
    }

    /** The entry of a name that this file itself uses elsewhere. */
    static <T> T of(Map<String, T> map, String key) {
        var found = map.get(key);
        if (found == null) {
            throw new IllegalStateException("county.yaml has no " + key);
        }
        return found;
    }
}
