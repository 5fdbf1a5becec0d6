package org.sunmao.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.sunmao.register.Timeline.OPEN;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sunmao.organization.People.Person;
import org.sunmao.organization.PostView.Remark;
import org.sunmao.organization.internal.Post.Approval;
import org.sunmao.organization.internal.PostRules.Home;
import org.sunmao.organization.internal.PostRules.Refused;
import org.sunmao.organization.internal.Thresholds.State;
import org.sunmao.organization.internal.Thresholds.Told;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Who may hold which post where, and what is remarked, each boundary from both sides. */
class PostRulesTests {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
    private static final UUID HERE = UUID.randomUUID();
    private static final UUID WHO = UUID.randomUUID();
    private static final Home VILLAGE = new Home("branch", "village", LocalDate.of(2001, 7, 1));
    private static final Home ORGAN = new Home("branch", "organ", LocalDate.of(2001, 7, 1));
    private static final Home GROUP = new Home("group", "village", LocalDate.of(2001, 7, 1));
    private static final Person FULL = new Person(WHO, "张三", DAY.minusYears(3), DAY.minusYears(2));

    private static final PostRules RULES = new PostRules(ThresholdsTests::rule);

    @Test
    void whereAPostMayBe() {
        assertThat(refused(post(PostKind.SECRETARY), VILLAGE)).isEmpty();
        assertThat(refused(post(PostKind.SECRETARY), GROUP)).isEqualTo("R-BR-13");
        assertThat(refused(post(PostKind.GROUP_LEADER), GROUP)).isEmpty();
        assertThat(refused(post(PostKind.GROUP_LEADER), VILLAGE)).isEqualTo("R-BR-13");
        assertThat(refused(post(PostKind.FIRST_SECRETARY), VILLAGE)).isEmpty();
        assertThat(refused(post(PostKind.FIRST_SECRETARY), ORGAN)).isEqualTo("R-CD-10");
        assertThat(refused(post(PostKind.LIAISON), ORGAN)).isEqualTo("R-CD-11");
        assertThat(refused(post(PostKind.VILLAGE_CHAIR), ORGAN)).isEqualTo("kind");
        assertThat(refused(post(PostKind.RESERVE_CADRE), ORGAN)).isEqualTo("kind");
        assertThat(refused(post(PostKind.YOUNG_TALENT), ORGAN)).isEmpty();
    }

    @Test
    void onlyFullMembersAreElectedAndOfficersAreMembers() {
        var until = new Person(WHO, "张三", DAY.minusYears(1), DAY.plusDays(1));
        var on = new Person(WHO, "张三", DAY.minusYears(1), DAY);
        assertThat(refused(post(PostKind.YOUTH_MEMBER), VILLAGE, until)).isEqualTo("R-EL-04");
        assertThat(refused(post(PostKind.YOUTH_MEMBER), VILLAGE, on)).isEmpty();
        assertThat(refused(named(PostKind.SECRETARY), VILLAGE, null)).isEqualTo("member");
        assertThat(refused(named(PostKind.LIAISON), VILLAGE, null)).isEmpty();
        var later = new Person(WHO, "张三", DAY.plusDays(1), null);
        assertThat(refused(post(PostKind.SECRETARY), VILLAGE, later)).isEqualTo("from");
        var temporary = new Home("temporary", "organ", LocalDate.of(2001, 7, 1));
        assertThat(refused(post(PostKind.SECRETARY), temporary)).isEqualTo("R-BR-07");
    }

    @Test
    void theRulesRemarkOnStandingApprovalAndShortStays() {
        var year = new Person(WHO, "张三", DAY.minusYears(2), DAY.minusYears(1));
        var less = new Person(WHO, "张三", DAY.minusYears(2), DAY.minusYears(1).plusDays(1));
        var approved = with(post(PostKind.SECRETARY), OPEN, new Approval(DAY, null));
        assertThat(RULES.remarks(approved, year)).isEmpty();
        assertThat(RULES.remarks(approved, less))
                .extracting(Remark::rule, Remark::cites)
                .containsExactly(tuple("R-BR-12", "中国共产党支部工作条例（试行） 第二十三条"));
        assertThat(RULES.remarks(post(PostKind.DEPUTY_SECRETARY), FULL))
                .extracting(Remark::rule)
                .containsExactly("R-BR-11");
        assertThat(RULES.remarks(post(PostKind.YOUTH_MEMBER), FULL)).isEmpty();
        var two = with(post(PostKind.FIRST_SECRETARY), DAY.plusYears(2), null);
        var shorter = with(post(PostKind.FIRST_SECRETARY), DAY.plusYears(2).minusDays(1), null);
        assertThat(RULES.remarks(two, FULL)).isEmpty();
        assertThat(RULES.remarks(shorter, FULL))
                .extracting(Remark::cites)
                .allMatch(cites -> cites.endsWith("（本地配置，条文待核对）"));
    }

    @Test
    void aTermHasTheYearsOfItsKindAndIsPutOffByOneAtMost() {
        var rules = new TermRules(ThresholdsTests::rule);
        assertThat(rules.years(ORGAN)).isEqualTo(3);
        assertThat(rules.years(new Home("general-branch", "organ", DAY))).isEqualTo(3);
        assertThat(rules.years(new Home("committee", "organ", DAY))).isEqualTo(5);
        assertThat(rules.years(VILLAGE)).isEqualTo(5);
        assertThat(TermRules.without(GROUP)).isPresent();
        var due = DAY.plusYears(3);
        var term = new Term(UUID.randomUUID(), 0, HERE, DAY, due, null, OPEN, null);
        assertThat(rules.extension(term, due.plusYears(1))).isEmpty();
        assertThat(rules.extension(term, due.plusYears(1).plusDays(1)))
                .map(Refused::rule)
                .contains(TermRules.EXTENSION);
        assertThat(TermRules.says(term, due.minusDays(1))).startsWith("到 ");
        assertThat(TermRules.says(term, due)).endsWith("还没有换届");
    }

    @Test
    void theVillageIsToldWhetherOneHoldsWhatOneShould() {
        var other = held(PostKind.VILLAGE_CHAIR, "李四");
        assertThat(state("R-BR-19", post(PostKind.SECRETARY), post(PostKind.VILLAGE_CHAIR)))
                .isEqualTo(State.MET);
        assertThat(state("R-BR-19", post(PostKind.SECRETARY), other)).isEqualTo(State.ATTEND);
        assertThat(state("R-BR-19", post(PostKind.SECRETARY))).isEqualTo(State.NOTE);
        assertThat(state("R-BR-11")).isEqualTo(State.ATTEND);
        assertThat(state("R-CD-11", named(PostKind.LIAISON))).isEqualTo(State.MET);
        assertThat(state("R-CD-02", named(PostKind.RESERVE_CADRE))).isEqualTo(State.MET);
    }

    @Test
    void committeesHaveTheirUsualSizesAndTalentsAreCounted() {
        assertThat(state("general-branch", "R-BR-18", 4)).isEqualTo(State.NOTE);
        assertThat(state("general-branch", "R-BR-18", 5)).isEqualTo(State.MET);
        assertThat(state("general-branch", "R-BR-18", 7)).isEqualTo(State.MET);
        assertThat(state("general-branch", "R-BR-18", 8)).isEqualTo(State.NOTE);
        assertThat(state("committee", "R-BR-18", 9)).isEqualTo(State.MET);
        assertThat(state("committee", "R-BR-18", 10)).isEqualTo(State.NOTE);
        assertThat(state("R-CD-03", post(PostKind.YOUNG_TALENT))).isEqualTo(State.NOTE);
        assertThat(state("R-CD-03")).isNull();
    }

    @Test
    void threePostsOfSupervisionAreBestHeldByOne() {
        var discipline = post(PostKind.DISCIPLINE_MEMBER);
        var liaison = post(PostKind.SUPERVISION_LIAISON);
        assertThat(state("R-CD-09", discipline, liaison, post(PostKind.SUPERVISION_CHAIR)))
                .isEqualTo(State.MET);
        assertThat(state("R-CD-09", discipline, liaison, held(PostKind.SUPERVISION_CHAIR, "王五")))
                .isEqualTo(State.ATTEND);
        assertThat(state("R-CD-09", discipline, liaison)).isEqualTo(State.NOTE);
    }

    @Test
    void whoWasSentThereIsNotCountedAndWhoHoldsTwoPostsOnlyOnce() {
        var board =
                new Board(
                        List.of(
                                post(PostKind.SECRETARY),
                                post(PostKind.DISCIPLINE_MEMBER),
                                named(PostKind.FIRST_SECRETARY),
                                named(PostKind.LIAISON)));
        assertThat(board.size()).isEqualTo(1);
    }

    /** Of a committee of so many people. */
    private static @Nullable State state(String kind, String rule, int size) {
        var posts = new ArrayList<Post>();
        for (var i = 0; i < size; i++) {
            posts.add(held(PostKind.COMMITTEE_MEMBER, "委员" + i));
        }
        return state(kind, rule, posts);
    }

    private static @Nullable State state(String rule, Post... posts) {
        return state("branch", rule, List.of(posts));
    }

    private static @Nullable State state(String kind, String rule, List<Post> posts) {
        var facts = new BoardNotes.Facts(kind, true, new Board(posts), null, DAY);
        return new BoardNotes(ThresholdsTests::rule)
                .of(facts).stream()
                        .filter(told -> told.rule().id().value().equals(rule))
                        .map(Told::state)
                        .findFirst()
                        .orElse(null);
    }

    private static String refused(Post post, Home home) {
        return refused(post, home, FULL);
    }

    /** The rule that refuses it, or the field that is wrong; empty if it may be. */
    private static String refused(Post post, Home home, @Nullable Person person) {
        var told = new ArrayList<String>();
        for (var one : PostRules.refused(post, home, person, List.of())) {
            var rule = one.rule();
            told.add(rule == null ? one.field() : rule.value());
        }
        return String.join(" ", told);
    }

    private static Post post(PostKind kind) {
        return new Post(
                UUID.randomUUID(),
                0,
                HERE,
                kind,
                WHO,
                "张三",
                "elected",
                DAY,
                OPEN,
                null,
                null,
                null);
    }

    private static Post named(PostKind kind) {
        return held(kind, "张三");
    }

    private static Post held(PostKind kind, String name) {
        return new Post(
                UUID.randomUUID(),
                0,
                HERE,
                kind,
                null,
                name,
                "assigned",
                DAY,
                OPEN,
                null,
                null,
                null);
    }

    private static Post with(Post post, LocalDate to, @Nullable Approval approval) {
        return new Post(
                post.id(),
                0,
                HERE,
                post.kind(),
                post.member(),
                post.name(),
                post.appointment(),
                post.from(),
                to,
                approval,
                null,
                null);
    }
}
