package org.sunmao.organization.internal;

import static org.sunmao.organization.internal.Kinds.PARTY_GROUP;
import static org.sunmao.organization.internal.Kinds.TEMPORARY_BRANCH;
import static org.sunmao.organization.internal.Thresholds.State.ATTEND;
import static org.sunmao.organization.internal.Thresholds.State.MET;
import static org.sunmao.organization.internal.Thresholds.State.NOTE;

import org.sunmao.organization.Headcount;
import org.sunmao.rules.Rule;
import org.sunmao.rules.RuleId;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What the numbers of an organization mean by the rules, in a sentence each. It advises and forbids
 * nothing. Knows no clock and no database.
 *
 * <p>以上 and 不少于 include the number; 超过 and 不足 exclude it (R-GEN-02).
 */
final class Thresholds {

    static final RuleId BRANCH = new RuleId("R-BR-01");
    static final RuleId LARGEST_BRANCH = new RuleId("R-BR-02");
    static final RuleId JOINT_BRANCH = new RuleId("R-BR-03");
    static final RuleId BRANCH_COMMITTEE = new RuleId("R-BR-08");
    static final RuleId LEVELS = new RuleId("R-BR-14");
    static final RuleId LEVELS_OF_VILLAGE = new RuleId("R-BR-15");

    private static final String VILLAGE = "village";
    private static final String ORGAN = "organ";

    enum State {
        /** As the rule has it. */
        MET,
        /** Somebody should look after it. */
        ATTEND,
        /** Good to know; nothing need be done. */
        NOTE
    }

    /**
     * What is known of the organization.
     *
     * @param units how many bodies it is formed in
     * @param officers how many are in its committee today, the secretary among them
     */
    record Facts(String kind, String field, Headcount counts, int units, int officers) {

        boolean village() {
            return field.equals(VILLAGE);
        }
    }

    /** What one rule says of it. */
    record Told(Rule rule, State state, String says) {}

    private final Function<RuleId, Rule> rules;

    /**
     * @param rules the rules as in force on the day
     */
    Thresholds(Function<RuleId, Rule> rules) {
        this.rules = rules;
    }

    List<Told> of(Facts facts) {
        return switch (facts.kind()) {
            case Kinds.BRANCH, Kinds.FLOATING -> branch(facts);
            case Kinds.JOINT -> joint(facts);
            case Kinds.GENERAL_BRANCH -> List.of(generalBranch(facts));
            case Kinds.COMMITTEE -> committee(facts);
            case Kinds.GROUP -> List.of(group(facts.counts()));
            case Kinds.TEMPORARY -> List.of(told(TEMPORARY_BRANCH, NOTE, "党员的组织关系留在原党支部，这里不按人数核对"));
            default -> List.of();
        };
    }

    private List<Told> branch(Facts facts) {
        var told = new ArrayList<Told>();
        var least = figure(BRANCH, "full");
        var full = facts.counts().full();
        var near = facts.village() ? "相邻的村" : "邻近单位";
        told.add(
                full >= least
                        ? told(BRANCH, MET, "正式党员 %d 名，达到 %d 名，可以单独成立党支部", full, least)
                        : told(
                                BRANCH,
                                ATTEND,
                                "正式党员 %d 名，不足 %d 名，应当与" + near + "联合组建党支部",
                                full,
                                least));
        told.add(largest(facts));
        told.add(branchCommittee(facts));
        if (facts.village() && facts.counts().members() > figure(LEVELS_OF_VILLAGE, "general")) {
            told.add(higher(facts));
        }
        return told;
    }

    private List<Told> joint(Facts facts) {
        var least = figure(JOINT_BRANCH, "full");
        var most = figure(JOINT_BRANCH, "units");
        var full = facts.counts().full();
        var units = facts.units();
        var together =
                full >= least
                        ? told(JOINT_BRANCH, MET, "各单位合计正式党员 %d 名，达到 %d 名", full, least)
                        : told(
                                JOINT_BRANCH,
                                ATTEND,
                                "各单位合计正式党员 %d 名，仍不足 %d 名，需要再联合其他单位",
                                full,
                                least);
        var joined =
                units > most
                        ? told(JOINT_BRANCH, ATTEND, "由 %d 个单位联合组建，超过了一般的 %d 个", units, most)
                        : units > 1
                                ? told(JOINT_BRANCH, MET, "由 %d 个单位联合组建，不超过 %d 个", units, most)
                                : told(JOINT_BRANCH, NOTE, "已关联的单位有 %d 个，联合党支部的单位请逐个关联", units);
        return List.of(together, joined, largest(facts), branchCommittee(facts));
    }

    private Told largest(Facts facts) {
        var most = figure(LARGEST_BRANCH, "members");
        var members = facts.counts().members();
        return members <= most
                ? told(LARGEST_BRANCH, MET, "党员 %d 名，不超过 %d 名", members, most)
                : told(LARGEST_BRANCH, ATTEND, "党员 %d 名，超过 %d 名，一般应当划分党支部或改设党总支", members, most);
    }

    private Told branchCommittee(Facts facts) {
        var from = figure(BRANCH_COMMITTEE, "full");
        var full = facts.counts().full();
        if (full < from) {
            return told(
                    BRANCH_COMMITTEE,
                    facts.officers() <= figure(BRANCH_COMMITTEE, "without") ? MET : ATTEND,
                    "正式党员 %d 名，不足 %d 名，设书记 1 名，必要时可以设副书记 1 名；现任 %d 名",
                    full,
                    from,
                    facts.officers());
        }
        var least = figure(BRANCH_COMMITTEE, "least");
        var usual = figure(BRANCH_COMMITTEE, "usual");
        var most = figure(BRANCH_COMMITTEE, "most");
        var size = facts.officers();
        var state = size < least || size > most ? ATTEND : size > usual ? NOTE : MET;
        return told(
                BRANCH_COMMITTEE,
                state,
                "正式党员 %d 名，达到 %d 名，应当设立支部委员会，一般 %d 至 %d 名，不超过 %d 名；现任 %d 名",
                full,
                from,
                least,
                usual,
                most,
                size);
    }

    private Told generalBranch(Facts facts) {
        var rule = levels(facts);
        var from = figure(rule, "general");
        var members = facts.counts().members();
        if (members >= figure(rule, "committee")) {
            return higher(facts);
        }
        if (facts.village()) {
            return members > from
                    ? told(rule, MET, "党员 %d 名，超过 %d 名，可以设党总支", members, from)
                    : told(rule, NOTE, "党员 %d 名，没有超过 %d 名，因工作需要也可以设党总支", members, from);
        }
        return members >= from
                ? told(rule, MET, "党员 %d 名，达到 %d 名，一般设党总支", members, from)
                : told(rule, NOTE, "党员 %d 名，不足 %d 名，因工作需要并经批准可以设党总支", members, from);
    }

    /** Committees of places and of systems are not set up by numbers. */
    private List<Told> committee(Facts facts) {
        if (facts.field().equals(ORGAN)) {
            return List.of();
        }
        var rule = levels(facts);
        var from = figure(rule, "committee");
        var members = facts.counts().members();
        return List.of(
                members >= from
                        ? told(rule, MET, "党员 %d 名，达到 %d 名，可以设党委", members, from)
                        : told(rule, NOTE, "党员 %d 名，不足 %d 名，设党委须因工作需要并经批准", members, from));
    }

    /** So many members that a higher form may be set up. */
    private Told higher(Facts facts) {
        var rule = levels(facts);
        var committee = figure(rule, "committee");
        var members = facts.counts().members();
        if (members < committee) {
            var general = figure(rule, "general");
            return told(rule, NOTE, "党员 %d 名，超过 %d 名，可以设党总支", members, general);
        }
        return facts.village()
                ? told(rule, NOTE, "党员 %d 名，达到 %d 名，工作需要的，经县级党委批准可以设党委", members, committee)
                : told(rule, NOTE, "党员 %d 名，达到 %d 名，一般设党委", members, committee);
    }

    private Told group(Headcount counts) {
        var members = figure(PARTY_GROUP, "members");
        var full = figure(PARTY_GROUP, "full");
        if (counts.members() == 0) {
            return told(PARTY_GROUP, NOTE, "一般不少于 %d 名党员，其中正式党员不少于 %d 名；组织关系在党支部", members, full);
        }
        var enough = counts.members() >= members && counts.full() >= full;
        return told(
                PARTY_GROUP,
                enough ? MET : ATTEND,
                "党员 %d 名，其中正式党员 %d 名；一般不少于 %d 名，其中正式党员不少于 %d 名",
                counts.members(),
                counts.full(),
                members,
                full);
    }

    private static RuleId levels(Facts facts) {
        return facts.village() ? LEVELS_OF_VILLAGE : LEVELS;
    }

    private int figure(RuleId rule, String name) {
        return rules.apply(rule).figure(name);
    }

    @SuppressWarnings("AnnotateFormatMethod") // that annotation would be a dependency of its own
    private Told told(RuleId rule, State state, String says, Object... figures) {
        return new Told(rules.apply(rule), state, says.formatted(figures));
    }
}
