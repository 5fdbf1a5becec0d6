package org.sunmao.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sunmao.organization.internal.Thresholds.State.ATTEND;
import static org.sunmao.organization.internal.Thresholds.State.MET;
import static org.sunmao.organization.internal.Thresholds.State.NOTE;

import org.junit.jupiter.api.Test;
import org.sunmao.organization.Headcount;
import org.sunmao.organization.internal.Thresholds.Facts;
import org.sunmao.organization.internal.Thresholds.State;
import org.sunmao.organization.internal.Thresholds.Told;
import org.sunmao.rules.Rule;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.internal.Law;

/** Each boundary of each figure, from both sides: 以上 includes the number, 超过 does not. */
class ThresholdsTests {

    private static final String ANYTHING = "";
    private static final Thresholds THRESHOLDS = new Thresholds(ThresholdsTests::rule);

    @Test
    void aBranchNeedsThreeFullMembers() {
        told(branch("organ", 2, 9), "R-BR-01", ATTEND, "正式党员 2 名，不足 3 名，应当与邻近单位联合组建党支部");
        told(branch("village", 2, 2), "R-BR-01", ATTEND, "正式党员 2 名，不足 3 名，应当与相邻的村联合组建党支部");
        told(branch("organ", 3, 3), "R-BR-01", MET, "正式党员 3 名，达到 3 名，可以单独成立党支部");
        told(facts("floating", "village", 2, 2, 0, 3), "R-BR-01", ATTEND, ANYTHING);
    }

    @Test
    void aBranchHasUsuallyFiftyMembersAtMost() {
        told(branch("organ", 40, 50), "R-BR-02", MET, "党员 50 名，不超过 50 名");
        told(branch("organ", 50, 51), "R-BR-02", ATTEND, "党员 51 名，超过 50 名，一般应当划分党支部或改设党总支");
    }

    @Test
    void fromSevenFullMembersOnABranchHasACommittee() {
        told(
                facts("branch", "organ", 6, 9, 1, 1),
                "R-BR-08",
                MET,
                "正式党员 6 名，不足 7 名，设书记 1 名，必要时可以设副书记 1 名；现任 1 名");
        told(facts("branch", "organ", 6, 9, 1, 3), "R-BR-08", ATTEND, ANYTHING);
        told(
                facts("branch", "organ", 7, 7, 1, 1),
                "R-BR-08",
                ATTEND,
                "正式党员 7 名，达到 7 名，应当设立支部委员会，一般 3 至 5 名，不超过 7 名；现任 1 名");
        told(facts("branch", "organ", 7, 7, 1, 3), "R-BR-08", MET, ANYTHING);
    }

    @Test
    void aJointBranchIsThatOfFiveUnitsAtMost() {
        told(joint(3, 5), "R-BR-03", MET, "由 5 个单位联合组建，不超过 5 个");
        told(joint(3, 6), "R-BR-03", ATTEND, "由 6 个单位联合组建，超过了一般的 5 个");
        told(joint(3, 2), "R-BR-03", MET, "由 2 个单位联合组建，不超过 5 个");
        told(joint(3, 1), "R-BR-03", NOTE, "已关联的单位有 1 个，联合党支部的单位请逐个关联");
        told(joint(3, 2), "R-BR-03", MET, "各单位合计正式党员 3 名，达到 3 名");
        told(joint(2, 2), "R-BR-03", ATTEND, "各单位合计正式党员 2 名，仍不足 3 名，需要再联合其他单位");
        assertThat(THRESHOLDS.of(joint(2, 2))).noneMatch(t -> id(t).equals("R-BR-01"));
    }

    @Test
    void aGroupHasThreeMembersAndOneOfThemFull() {
        told(facts("group", "village", 1, 3, 0, 1), "R-BR-13", MET, ANYTHING);
        told(facts("group", "village", 1, 2, 0, 1), "R-BR-13", ATTEND, ANYTHING);
        told(facts("group", "village", 0, 3, 0, 1), "R-BR-13", ATTEND, ANYTHING);
        told(
                facts("group", "village", 0, 0, 0, 1),
                "R-BR-13",
                NOTE,
                "一般不少于 3 名党员，其中正式党员不少于 1 名；组织关系在党支部");
    }

    @Test
    void aGeneralBranchIsForFiftyToNinetyNine() {
        told(general("organ", 49), "R-BR-14", NOTE, "党员 49 名，不足 50 名，因工作需要并经批准可以设党总支");
        told(general("organ", 50), "R-BR-14", MET, "党员 50 名，达到 50 名，一般设党总支");
        told(general("organ", 99), "R-BR-14", MET, ANYTHING);
        told(general("organ", 100), "R-BR-14", NOTE, "党员 100 名，达到 100 名，一般设党委");
    }

    @Test
    void inAVillageFiftyIsNotYetMoreThanFifty() {
        told(general("village", 50), "R-BR-15", NOTE, "党员 50 名，没有超过 50 名，因工作需要也可以设党总支");
        told(general("village", 51), "R-BR-15", MET, "党员 51 名，超过 50 名，可以设党总支");
        told(general("village", 99), "R-BR-15", MET, ANYTHING);
        told(general("village", 100), "R-BR-15", NOTE, "党员 100 名，达到 100 名，工作需要的，经县级党委批准可以设党委");
        told(branch("village", 50, 51), "R-BR-15", NOTE, "党员 51 名，超过 50 名，可以设党总支");
        told(branch("village", 99, 100), "R-BR-15", NOTE, ANYTHING);
        assertThat(THRESHOLDS.of(branch("village", 50, 50)))
                .noneMatch(t -> id(t).equals("R-BR-15"));
    }

    @Test
    void aCommitteeOfAUnitIsForAHundredAndMore() {
        told(committee("state-enterprise", 99), "R-BR-14", NOTE, "党员 99 名，不足 100 名，设党委须因工作需要并经批准");
        told(committee("state-enterprise", 100), "R-BR-14", MET, "党员 100 名，达到 100 名，可以设党委");
        told(committee("village", 99), "R-BR-15", NOTE, ANYTHING);
        told(committee("village", 100), "R-BR-15", MET, ANYTHING);
    }

    @Test
    void committeesOfPlacesAreNotSetUpByNumbers() {
        assertThat(THRESHOLDS.of(committee("organ", 20_000))).isEmpty();
        assertThat(THRESHOLDS.of(facts("work-committee", "organ", 0, 0, 0, 1))).isEmpty();
        told(facts("temporary", "organ", 0, 0, 0, 1), "R-BR-07", NOTE, ANYTHING);
    }

    /** What was seen only in a handbook is shown as a local setting. */
    @Test
    void whatIsNotConfirmedIsCitedAsLocal() {
        assertThat(rule(new RuleId("R-BR-14")).source().cite()).endsWith("（本地配置，条文待核对）");
        assertThat(rule(new RuleId("R-BR-01")).source().cite()).isEqualTo("中国共产党支部工作条例（试行） 第四条");
    }

    private static void told(Facts facts, String rule, State state, String says) {
        assertThat(THRESHOLDS.of(facts))
                .as("%s", facts)
                .anySatisfy(
                        told -> {
                            assertThat(id(told)).isEqualTo(rule);
                            assertThat(told.state()).isEqualTo(state);
                            assertThat(says).isIn(ANYTHING, told.says());
                        });
    }

    private static String id(Told told) {
        return told.rule().id().value();
    }

    private static Facts branch(String field, int full, int members) {
        return facts("branch", field, full, members, 1, 3);
    }

    private static Facts joint(int full, int units) {
        return facts("joint", "private-enterprise", full, full, units, 1);
    }

    private static Facts general(String field, int members) {
        return facts("general-branch", field, members, members, 1, 3);
    }

    private static Facts committee(String field, int members) {
        return facts("committee", field, members, members, 1, 3);
    }

    private static Facts facts(
            String kind, String field, int full, int members, int units, int officers) {
        var counts = new Headcount(members, full, members - full, 0, members);
        return new Facts(kind, field, counts, units, officers);
    }

    /** The rule of the book itself, as of today. */
    static Rule rule(RuleId id) {
        return Law.rule(id);
    }
}
