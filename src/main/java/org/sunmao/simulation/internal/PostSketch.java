package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.NewPost;
import org.sunmao.organization.NewReview;
import org.sunmao.organization.NewTerm;
import org.sunmao.organization.OrganizationId;
import org.sunmao.simulation.internal.People.Figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Who holds which post: those who lead each organization, and what villages have besides. */
final class PostSketch {

    private static final List<String> SMALL =
            List.of("secretary", "organization-member", "discipline-member");
    private static final List<String> LARGE =
            List.of(
                    "secretary",
                    "deputy-secretary",
                    "organization-member",
                    "publicity-member",
                    "discipline-member",
                    "united-front-member",
                    "committee-member");
    private static final Set<String> VILLAGES = Set.of("village-committee", "community-committee");
    private static final int COMMITTEE = 7;
    private static final int GENERAL = 5;
    private static final int YEARS = 4;

    /** So many days ago a secretary left at the longest, where none has followed. */
    private static final int GONE = 150;

    /** What is a day short of so many months is looked at once in each period of the rule. */
    private static final int MONTHS_BETWEEN = 5;

    private final Plan plan;
    private final LocalDate today;
    private final Map<OrganizationId, Branch> branches;
    private final Map<OrganizationId, List<Draft>> below = new HashMap<>();
    private final Dice dice;
    private final Care care;
    private final Elections elections;
    private final VillagePosts villages;
    private final List<NewPost> posts = new ArrayList<>();
    private final List<NewReview> reviews = new ArrayList<>();
    private int groups;
    private int temporary;

    PostSketch(
            Plan plan,
            Figures figures,
            LocalDate today,
            Map<OrganizationId, Branch> branches,
            Sketch sketch,
            Care care,
            Dice dice) {
        this.plan = plan;
        this.today = today;
        this.branches = branches;
        this.care = care;
        this.dice = dice;
        this.elections = new Elections(plan.posts(), figures, today, dice.split());
        this.villages = new VillagePosts(plan, today, posts, dice.split());
        for (var draft : sketch.organizations()) {
            var parent = draft.parent();
            if (parent != null) {
                below.computeIfAbsent(parent.id(), _ -> new ArrayList<>()).add(draft);
            }
        }
        var own = new HashSet<OrganizationId>();
        for (var body : sketch.bodies()) {
            if (VILLAGES.contains(body.kind()) && !body.organizations().isEmpty()) {
                own.add(body.organizations().getFirst().id());
            }
        }
        var shown = true; // the first village is the one shown to visitors
        for (var draft : sketch.organizations()) {
            var village = own.contains(draft.id());
            add(draft, village, village && shown);
            shown = shown && !(village && draft.kind().equals(CountySketch.BRANCH));
        }
    }

    List<NewTerm> terms() {
        return elections.terms();
    }

    List<NewPost> posts() {
        return posts;
    }

    List<NewReview> reviews() {
        return reviews;
    }

    private void add(Draft draft, boolean village, boolean shown) {
        var begins = elections.hold(draft);
        if (draft.kind().equals("group")) {
            leader(draft);
            return;
        }
        if (draft.kind().equals("temporary")) {
            review(draft, Care.turn(temporary++, plan.outOfOrder().lateReviews()));
        }
        var people = leaders(draft);
        var vacant = !shown && dice.chance(plan.posts().vacant());
        var kinds = kinds(people.size());
        for (var i = vacant ? 1 : 0; i < people.size(); i++) {
            officer(draft, kinds.get(i), people.get(i), begins);
        }
        if (vacant && !people.isEmpty()) {
            left(draft, people.getFirst(), begins);
        } else if (begins != null && !people.isEmpty()) {
            former(draft, begins);
        }
        if (village) {
            var own = branches.get(draft.id());
            var others = own == null ? pool(draft) : own.eligible(today);
            villages.add(draft, people, vacant, others, begins == null ? today : begins);
        } else if (isTownship(draft)) {
            villages.talents(draft);
        }
    }

    /** A committee of three has no deputy. */
    private static List<String> kinds(int size) {
        return size <= SMALL.size() ? SMALL : LARGE;
    }

    private void officer(Draft draft, String kind, Person person, @Nullable LocalDate begins) {
        var wished = begins == null ? dice.between(today.minusYears(YEARS), today) : begins;
        var from = possible(draft, person, wished);
        var elected = begins != null && from.equals(begins);
        var approved =
                elected
                        && (kind.equals("secretary") || kind.equals("deputy-secretary"))
                        && !dice.chance(plan.posts().unapproved());
        var on = from.plusDays(dice.between(2, 20));
        posts.add(
                new NewPost(
                        draft.id(),
                        kind,
                        person.id().value(),
                        person.name(),
                        elected ? "elected" : "appointed",
                        from,
                        null,
                        approved && !on.isAfter(today) ? on : null));
    }

    /** Not before the organization was there, nor before a year as a full member. */
    private LocalDate possible(Draft draft, Person person, LocalDate wished) {
        var fullOn = Objects.requireNonNull(person.fullOn());
        var first = draft.establishedOn();
        var ready = fullOn.plusYears(1).isAfter(today) ? fullOn : fullOn.plusYears(1);
        var from = wished.isBefore(first) ? first : wished;
        return from.isBefore(ready) ? dice.between(ready, today) : from;
    }

    /** Nobody has followed since the secretary left, some days or months ago. */
    private void left(Draft draft, Person person, @Nullable LocalDate begins) {
        var to = today.minusDays(dice.between(5, GONE));
        var from = possible(draft, person, begins == null ? to.minusYears(1) : begins);
        if (from.isBefore(to)) {
            posts.add(
                    new NewPost(
                            draft.id(),
                            "secretary",
                            person.id().value(),
                            person.name(),
                            "appointed",
                            from,
                            to,
                            null));
        }
    }

    /** Another was secretary in the term before. */
    private void former(Draft draft, LocalDate begins) {
        var branch = branches.get(draft.id());
        var years = draft.field().equals(CountySketch.VILLAGE) ? 5 : 3;
        var from = begins.minusYears(years);
        if (branch == null
                || from.isBefore(draft.establishedOn())
                || !dice.chance(plan.posts().changed())) {
            return;
        }
        branch.eligible(from).stream()
                .reduce((_, last) -> last)
                .ifPresent(
                        person ->
                                posts.add(
                                        new NewPost(
                                                draft.id(),
                                                "secretary",
                                                person.id().value(),
                                                person.name(),
                                                "elected",
                                                from,
                                                begins,
                                                from.plusDays(10))));
    }

    /** It is looked at again and again whether it is still needed (R-BR-07). */
    private void review(Draft draft, boolean late) {
        var last = late ? today.minusMonths(2L * MONTHS_BETWEEN) : today;
        for (var on = draft.establishedOn().plusMonths(MONTHS_BETWEEN);
                !on.isAfter(last);
                on = on.plusMonths(MONTHS_BETWEEN)) {
            reviews.add(new NewReview(draft.id(), on, "continue", null));
        }
    }

    private void leader(Draft group) {
        var parent = group.parent();
        var branch = parent == null ? null : branches.get(parent.id());
        var leaderless = Care.turn(groups++, plan.outOfOrder().leaderless());
        if (branch == null || leaderless) {
            return;
        }
        care.eligible(branch, group, branch.eligible(today)).stream()
                .reduce((_, last) -> last)
                .ifPresent(person -> officer(group, "group-leader", person, null));
    }

    /** Those who lead it: of its own people, or of those of the organizations below. */
    private List<Person> leaders(Draft draft) {
        var own = branches.get(draft.id());
        if (own != null) {
            return own.officers();
        }
        var at = draft.kind().equals("temporary") ? draft.parent() : draft;
        var pool = at == null ? List.<Person>of() : pool(at);
        var count =
                switch (draft.kind()) {
                    case "temporary" -> 1;
                    case CountySketch.GENERAL_BRANCH -> GENERAL;
                    default -> COMMITTEE;
                };
        var chosen = new ArrayList<Person>();
        for (var i = 0; i < pool.size() && chosen.size() < count; i++) {
            var person = pool.get(dice.below(pool.size()));
            if (!chosen.contains(person)) {
                chosen.add(person);
            }
        }
        return chosen;
    }

    /** Of organs first where there are any: townships are led by those who work there. */
    private List<Person> pool(Draft draft) {
        var children = below.getOrDefault(draft.id(), List.of());
        var near = people(children, CountySketch.ORGAN);
        if (near.isEmpty()) {
            near = people(children, draft.field());
        }
        if (!near.isEmpty()) {
            return near;
        }
        var further =
                children.stream()
                        .flatMap(child -> below.getOrDefault(child.id(), List.of()).stream())
                        .toList();
        return people(further, CountySketch.ORGAN);
    }

    private List<Person> people(List<Draft> drafts, String field) {
        var ages = plan.officerAges();
        return drafts.stream()
                .filter(draft -> draft.field().equals(field))
                .map(draft -> branches.get(draft.id()))
                .filter(Objects::nonNull)
                .flatMap(branch -> branch.eligible(today).stream())
                .filter(
                        person -> {
                            var age = person.bornOn().until(today).getYears();
                            return age >= ages.least() && age <= ages.most();
                        })
                .toList();
    }

    private static boolean isTownship(Draft draft) {
        return draft.parent() != null
                && draft.field().equals(CountySketch.ORGAN)
                && draft.kind().equals(CountySketch.COMMITTEE)
                && draft.area().code().length() == "141123100".length();
    }
}
