package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.NewPost;
import org.sunmao.simulation.internal.Plan.Posting;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a village or community has besides its Party officers, and the pools of a township. */
final class VillagePosts {

    private static final String ASSIGNED = "assigned";
    private static final String ELECTED = "elected";
    private static final String RECRUITED = "recruited";
    private static final String ENTERED = "entered";
    private static final List<String> GEESE = List.of("goose-wild", "goose-returning");

    /** Who may hold a post: a member, or somebody of whom only the name is known. */
    private record Someone(@Nullable UUID member, String name) {

        static Someone of(Person person) {
            return new Someone(person.id().value(), person.name());
        }
    }

    private final Plan plan;
    private final Posting shares;
    private final Names names;
    private final LocalDate today;
    private final List<NewPost> posts;
    private final Dice dice;
    private final Set<UUID> labelled = new HashSet<>();

    /** In one organization no two who are known by name alone have the same. */
    private final Set<String> named = new HashSet<>();

    VillagePosts(Plan plan, LocalDate today, List<NewPost> posts, Dice dice) {
        this.plan = plan;
        this.shares = plan.posts();
        this.names = new Names(plan);
        this.today = today;
        this.posts = posts;
        this.dice = dice;
    }

    /**
     * @param officers those who lead it, the secretary first, the discipline member third or later
     * @param vacant whether the first of them is not secretary after all
     * @param others members who hold no post
     * @param begins when the term began
     */
    void add(
            Draft village,
            List<Person> officers,
            boolean vacant,
            List<Person> others,
            LocalDate begins) {
        named.clear();
        var secretary = officers.isEmpty() || vacant ? null : Someone.of(officers.getFirst());
        var discipline = discipline(officers);
        selfGovernment(village, secretary, begins);
        supervision(village, discipline, begins);
        dispatched(village);
        pools(village, others);
        if (secretary != null && dice.chance(shares.gooseHead())) {
            label(village, "goose-head", secretary);
        }
        for (var i = 0; i < GEESE.size() && i < others.size(); i++) {
            if (dice.chance(shares.otherGoose())) {
                label(village, GEESE.get(i), Someone.of(dice.one(others)));
            }
        }
    }

    private static @Nullable Someone discipline(List<Person> officers) {
        return switch (officers.size()) {
            case 0, 1, 2 -> null;
            case 3, 4 -> Someone.of(officers.get(2));
            default -> Someone.of(officers.get(4));
        };
    }

    private void selfGovernment(Draft village, @Nullable Someone secretary, LocalDate begins) {
        var one = secretary != null && dice.chance(shares.oneShoulder());
        var chair = one && secretary != null ? secretary : someone();
        var from = within(village, begins.plusDays(dice.between(20, 70)));
        held(village, "village-chair", chair, ELECTED, from);
        held(village, "collective-head", chair, ELECTED, from);
        held(village, "village-committee-member", someone(), ELECTED, from);
        held(village, "village-committee-member", someone(), ELECTED, from);
    }

    private void supervision(Draft village, @Nullable Someone discipline, LocalDate begins) {
        var one = discipline != null && dice.chance(shares.threeInOne());
        var chair = one && discipline != null ? discipline : someone();
        var from = within(village, begins.plusDays(dice.between(20, 90)));
        held(village, "supervision-chair", chair, ELECTED, from);
        held(village, "supervision-liaison", chair, "appointed", from);
    }

    private void dispatched(Draft village) {
        held(village, "liaison", someone(), RECRUITED, lately(village, 3));
        if (dice.chance(shares.firstSecretary())) {
            var from = lately(village, 2);
            held(village, "first-secretary", someone(), ASSIGNED, from);
            held(village, "work-team-member", someone(), ASSIGNED, from);
            held(village, "work-team-member", someone(), ASSIGNED, from);
        }
        if (dice.chance(shares.graduate())) {
            held(village, "village-graduate", someone(), RECRUITED, lately(village, 2));
        }
    }

    private void pools(Draft village, List<Person> others) {
        var count = dice.chance(shares.secondReserve()) ? 2 : 1;
        for (var i = 0; i < count; i++) {
            var known = i < others.size() && dice.chance(0.5);
            var who = known ? Someone.of(others.get(i)) : someone();
            held(village, "reserve-cadre", who, ENTERED, lately(village, 3));
            if (known && dice.chance(shares.otherGoose())) {
                label(village, "goose-young", who);
            }
        }
        if (!others.isEmpty() && dice.chance(shares.retired())) {
            var oldest = Someone.of(others.getLast());
            held(village, "retired-cadre", oldest, ENTERED, lately(village, 5));
        }
        if (!others.isEmpty() && dice.chance(shares.volunteer())) {
            held(village, "volunteer", Someone.of(dice.one(others)), ENTERED, lately(village, 2));
        }
    }

    /** Young talents are known to the township, mostly before they are members. */
    void talents(Draft township) {
        named.clear();
        var count = shares.talents().draw(dice);
        for (var i = 0; i < count; i++) {
            held(township, "young-talent", someone(), ENTERED, lately(township, 2));
        }
    }

    /** One label for one person, wherever it was given. */
    private void label(Draft village, String kind, Someone who) {
        if (who.member() != null && labelled.add(who.member())) {
            held(village, kind, who, ENTERED, lately(village, 2));
        }
    }

    private void held(Draft draft, String kind, Someone who, String appointment, LocalDate from) {
        posts.add(
                new NewPost(
                        draft.id(), kind, who.member(), who.name(), appointment, from, null, null));
    }

    private LocalDate lately(Draft draft, int years) {
        return within(draft, dice.between(today.minusYears(years), today));
    }

    private LocalDate within(Draft draft, LocalDate day) {
        var possible = day.isBefore(draft.establishedOn()) ? draft.establishedOn() : day;
        return possible.isAfter(today) ? today : possible;
    }

    private Someone someone() {
        var man = !dice.chance(plan.profile(CountySketch.ORGAN).women());
        var bornIn = today.getYear() - plan.officerAges().draw(dice);
        var nation = plan.nations().words().getFirst();
        var name = names.draw(man, nation, bornIn, dice);
        while (!named.add(name)) {
            name = names.draw(man, nation, bornIn, dice);
        }
        return new Someone(null, name);
    }
}
