package org.sunmao.organization.internal;

import static org.sunmao.organization.internal.Thresholds.State.ATTEND;
import static org.sunmao.organization.internal.Thresholds.State.MET;
import static org.sunmao.organization.internal.Thresholds.State.NOTE;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.internal.Thresholds.State;
import org.sunmao.organization.internal.Thresholds.Told;
import org.sunmao.rules.Rule;
import org.sunmao.rules.RuleId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What the rules say of all the posts of one organization on one day, in a sentence each. It
 * advises and forbids nothing. Knows no clock and no database.
 */
final class BoardNotes {

    static final RuleId SIZES = new RuleId("R-BR-18");
    static final RuleId ONE_SHOULDER = new RuleId("R-BR-19");
    static final RuleId RESERVE = new RuleId("R-CD-02");
    static final RuleId TALENTS = new RuleId("R-CD-03");
    static final RuleId THREE_IN_ONE = new RuleId("R-CD-09");

    /**
     * What is known of the organization on the day.
     *
     * @param village whether it is that of a village or community itself
     * @param term the term that runs; null if none is known
     */
    record Facts(String kind, boolean village, Board board, @Nullable Term term, LocalDate day) {}

    private final Function<RuleId, Rule> rules;

    /**
     * @param rules the rules as in force on the day
     */
    BoardNotes(Function<RuleId, Rule> rules) {
        this.rules = rules;
    }

    List<Told> of(Facts facts) {
        if (facts.kind().equals(Kinds.GROUP)) {
            return List.of();
        }
        var told = new ArrayList<Told>();
        size(facts, told);
        secretary(facts.board(), told);
        term(facts, told);
        if (facts.village()) {
            village(facts.board(), told);
        }
        return told;
    }

    private void size(Facts facts, List<Told> told) {
        var size = facts.board().size();
        switch (facts.kind()) {
            case Kinds.GENERAL_BRANCH -> {
                var least = figure(SIZES, "generalLeast");
                var usual = figure(SIZES, "general");
                var most = figure(SIZES, "generalMost");
                told.add(
                        told(
                                SIZES,
                                size >= least && size <= usual ? MET : NOTE,
                                "党总支委员会一般 %d 至 %d 名，最多 %d 名；现任 %d 名",
                                least,
                                usual,
                                most,
                                size));
            }
            case Kinds.COMMITTEE -> {
                var least = figure(SIZES, "basicLeast");
                var usual = figure(SIZES, "basic");
                told.add(
                        told(
                                SIZES,
                                size >= least && size <= usual ? MET : NOTE,
                                "党的基层委员会一般 %d 至 %d 名；现任 %d 名",
                                least,
                                usual,
                                size));
            }
            default -> {
                // Branches: R-BR-08 stands among the thresholds.
            }
        }
    }

    private void secretary(Board board, List<Told> told) {
        if (board.held(PostKind.SECRETARY).isEmpty()) {
            told.add(told(PostRules.APPROVAL, ATTEND, "现在没有书记，应当及时补选，确有必要时由上级指派"));
        }
        board.officers().stream()
                .filter(PostRules::lacksApproval)
                .map(
                        post ->
                                told(
                                        PostRules.APPROVAL,
                                        ATTEND,
                                        "%s %s 起当选%s，上级党组织的批复还没有登记",
                                        post.name(),
                                        post.from(),
                                        post.kind() == PostKind.SECRETARY ? "书记" : "副书记"))
                .forEach(told::add);
    }

    private void term(Facts facts, List<Told> told) {
        var term = facts.term();
        if (facts.kind().equals(Kinds.TEMPORARY) || facts.kind().equals(Kinds.WORK_COMMITTEE)) {
            return;
        }
        if (term == null) {
            told.add(told(TermRules.TERMS, NOTE, "届期还没有登记"));
        } else {
            var over = !term.dueAfterAll().isAfter(facts.day());
            told.add(
                    told(
                            TermRules.TERMS,
                            over ? ATTEND : MET,
                            "本届从 %s 开始，%s",
                            term.begins(),
                            TermRules.says(term, facts.day())));
        }
    }

    private void village(Board board, List<Told> told) {
        oneShoulder(board, told);
        threeInOne(board, told);
        board.held(PostKind.FIRST_SECRETARY)
                .ifPresent(
                        post ->
                                told.add(
                                        told(
                                                PostRules.FIRST_SECRETARY,
                                                MET,
                                                "驻村第一书记%s从 %s 起驻村，不计入班子职数，不参加换届选举",
                                                post.name(),
                                                post.from())));
        told.add(
                board.held(PostKind.LIAISON)
                        .map(post -> told(PostRules.LIAISON, MET, "党建联络员是%s", post.name()))
                        .orElseGet(() -> told(PostRules.LIAISON, NOTE, "党建联络员还没有登记")));
        var reserve = board.of(PostKind.RESERVE_CADRE).size();
        told.add(
                told(
                        RESERVE,
                        reserve >= figure(RESERVE, "village") ? MET : NOTE,
                        "村级后备干部 %d 名",
                        reserve));
        var talents = board.of(PostKind.YOUNG_TALENT).size();
        if (talents > 0) {
            told.add(told(TALENTS, NOTE, "青年人才库 %d 名", talents));
        }
    }

    private void oneShoulder(Board board, List<Told> told) {
        var secretary = board.held(PostKind.SECRETARY).orElse(null);
        var chair = board.held(PostKind.VILLAGE_CHAIR).orElse(null);
        var head = board.held(PostKind.COLLECTIVE_HEAD).orElse(null);
        if (secretary == null || chair == null) {
            told.add(told(ONE_SHOULDER, NOTE, "书记或村（居）委会主任还没有登记，不能核对一肩挑"));
        } else if (!secretary.samePerson(chair)) {
            told.add(
                    told(
                            ONE_SHOULDER,
                            ATTEND,
                            "书记是%s，村（居）委会主任是%s，没有一肩挑",
                            secretary.name(),
                            chair.name()));
        } else if (head != null && !secretary.samePerson(head)) {
            told.add(
                    told(
                            ONE_SHOULDER,
                            ATTEND,
                            "书记%s兼任村（居）委会主任，集体经济组织负责人是%s",
                            secretary.name(),
                            head.name()));
        } else {
            told.add(told(ONE_SHOULDER, MET, "书记%s兼任村（居）委会主任", secretary.name()));
        }
    }

    private void threeInOne(Board board, List<Told> told) {
        var discipline = board.held(PostKind.DISCIPLINE_MEMBER).orElse(null);
        var liaison = board.held(PostKind.SUPERVISION_LIAISON).orElse(null);
        var chair = board.held(PostKind.SUPERVISION_CHAIR).orElse(null);
        if (discipline == null || liaison == null || chair == null) {
            told.add(told(THREE_IN_ONE, NOTE, "纪检委员、监察联络员、村务监督委员会主任没有登记齐全，不能核对三员合一"));
            return;
        }
        var one = discipline.samePerson(liaison) && discipline.samePerson(chair);
        told.add(
                one
                        ? told(THREE_IN_ONE, MET, "纪检委员、监察联络员、村务监督委员会主任都是%s", chair.name())
                        : told(
                                THREE_IN_ONE,
                                ATTEND,
                                "纪检委员是%s，监察联络员是%s，村务监督委员会主任是%s，不是一人",
                                discipline.name(),
                                liaison.name(),
                                chair.name()));
    }

    private int figure(RuleId rule, String name) {
        return rules.apply(rule).figure(name);
    }

    @SuppressWarnings("AnnotateFormatMethod") // that annotation would be a dependency of its own
    private Told told(RuleId rule, State state, String says, Object... values) {
        return new Told(rules.apply(rule), state, says.formatted(values));
    }
}
