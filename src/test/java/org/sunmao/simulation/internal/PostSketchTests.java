package org.sunmao.simulation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sunmao.member.NewMember;
import org.sunmao.organization.NewPost;
import org.sunmao.organization.NewReview;
import org.sunmao.organization.NewTerm;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The posts of the seeded county: as many as there would be, by the rules, of its own members. */
class PostSketchTests {

    private static final Made MADE = Made.county();
    private static final List<NewPost> POSTS = MADE.land().posts();
    private static final List<NewTerm> TERMS = MADE.land().terms();
    private static final Map<Object, NewMember> MEMBERS =
            MADE.members().stream()
                    .collect(Collectors.toMap(m -> m.id().value(), Function.identity()));

    @Test
    void nearlyEveryOrganizationHasASecretaryAndTheShownVillageCertainly() {
        var secretaries = held("secretary");
        assertThat(secretaries).hasSizeBetween(580, 690);
        assertThat(secretaries.stream().map(NewPost::organization)).doesNotHaveDuplicates();
        var shown = MADE.land().shown();
        assertThat(secretaries)
                .anyMatch(
                        post ->
                                post.organization().equals(shown.branch().id())
                                        && shown.secretary().id().value().equals(post.member()));
    }

    @Test
    void officersAreFullMembersOnTheDayTheyBegin() {
        for (var post : POSTS) {
            var organization = MADE.get(post.organization().value());
            assertThat(post.from())
                    .isAfterOrEqualTo(organization.establishedOn())
                    .isBeforeOrEqualTo(Made.TODAY);
            if (post.kind().endsWith("secretary") && post.member() != null) {
                var member = Objects.requireNonNull(MEMBERS.get(post.member()));
                assertThat(member.fullOn()).isBeforeOrEqualTo(post.from());
                assertThat(member.name()).isEqualTo(post.name());
            }
        }
    }

    @Test
    void nobodyHoldsThePostOfAnotherAndNobodyTwoLabels() {
        var seen = new HashSet<List<Object>>();
        var labelled = new HashSet<Object>();
        for (var post : POSTS) {
            if (post.to() == null) {
                var who = post.member() == null ? post.name() : post.member();
                assertThat(seen.add(List.of(post.organization(), post.kind(), who))).isTrue();
                assertThat(!post.kind().startsWith("goose") || labelled.add(who)).isTrue();
            }
        }
    }

    @Test
    void everyVillageHasOneLiaisonAndAboutOneAndAHalfReserveCadres() {
        var liaisons = held("liaison");
        assertThat(liaisons.stream().map(NewPost::organization)).doesNotHaveDuplicates();
        assertThat(held("reserve-cadre").size())
                .isBetween(liaisons.size() * 13 / 10, liaisons.size() * 17 / 10);
        assertThat(held("first-secretary").size())
                .isBetween(liaisons.size() * 2 / 10, liaisons.size() * 4 / 10);
        assertThat(held("young-talent")).hasSizeGreaterThan(100);
        assertThat(held("goose-head")).isNotEmpty();
        assertThat(held("village-graduate")).isNotEmpty();
        assertThat(held("group-leader")).isNotEmpty();
    }

    @Test
    void whereNobodyIsSecretarySomebodyWasUntilSomeDaysOrMonthsAgo() {
        var led = held("secretary").stream().map(NewPost::organization).toList();
        var left =
                POSTS.stream()
                        .filter(post -> post.kind().equals("secretary") && post.to() != null)
                        .filter(post -> !led.contains(post.organization()))
                        .toList();
        assertThat(left).hasSizeBetween(3, 25);
        assertThat(left).extracting(NewPost::to).doesNotContain(Made.TODAY);
    }

    @Test
    void temporaryBranchesAreLookedAtEveryHalfYearButForOneOrTwo() {
        var last =
                MADE.land().reviews().stream()
                        .collect(
                                Collectors.toMap(
                                        NewReview::organization,
                                        NewReview::on,
                                        BinaryOperator.maxBy(Comparator.naturalOrder())));
        var half = Made.TODAY.minusMonths(6);
        assertThat(last.values()).anyMatch(on -> on.isAfter(half));
        assertThat(last.values().stream().filter(on -> !on.isAfter(half)).count())
                .isBetween(1L, 3L);
    }

    @Test
    void someTermsEndSoonAFewAreOverAndNoTwoOverlap() {
        var running = TERMS.stream().filter(term -> term.ends() == null).toList();
        var soon = Made.TODAY.plusMonths(6);
        assertThat(running.stream().map(NewTerm::organization)).doesNotHaveDuplicates();
        assertThat(count(running, Made.TODAY, soon)).isBetween(10, 40);
        assertThat(count(running, LocalDate.MIN, Made.TODAY)).isBetween(2, 20);
        assertThat(TERMS).anyMatch(term -> term.extendedTo() != null);
        var ends =
                TERMS.stream()
                        .filter(term -> term.ends() != null)
                        .collect(Collectors.toMap(NewTerm::organization, NewTerm::ends));
        for (var term : running) {
            var before = ends.get(term.organization());
            assertThat(before == null || before.equals(term.begins())).isTrue();
        }
    }

    @Test
    void branchesOfSevenHaveACommitteeOfThreeToSeven() {
        var sizes =
                POSTS.stream()
                        .filter(post -> post.to() == null && post.member() != null)
                        .filter(post -> post.kind().matches("secretary|deputy-.*|.*n-member"))
                        .collect(
                                Collectors.groupingBy(
                                        NewPost::organization, Collectors.counting()));
        assertThat(sizes.values()).allMatch(size -> size <= 7);
        var branch = MADE.land().shown().branch().id();
        assertThat(sizes).containsKey(branch);
    }

    private static int count(List<NewTerm> terms, LocalDate from, LocalDate to) {
        return (int)
                terms.stream()
                        .map(term -> term.extendedTo() == null ? term.due() : term.extendedTo())
                        .filter(due -> due.isAfter(from) && !due.isAfter(to))
                        .count();
    }

    private static List<NewPost> held(String kind) {
        return POSTS.stream()
                .filter(post -> post.kind().equals(kind) && post.to() == null)
                .toList();
    }
}
