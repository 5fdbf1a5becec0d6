package org.sunmao.tally.internal;

import static org.sunmao.tally.internal.Counted.ADMITTED;
import static org.sunmao.tally.internal.Counted.BODIES;
import static org.sunmao.tally.internal.Counted.MEMBERS;
import static org.sunmao.tally.internal.Counted.ORGANIZATIONS;

import org.springframework.stereotype.Component;
import org.sunmao.code.Codes;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The tables of the statistics, as the rules of a day have them. */
@Component
class Tables {

    static final RuleId HEADS = new RuleId("R-SS-03");
    static final RuleId AGES = new RuleId("R-SS-04");
    static final RuleId JOINING = new RuleId("R-SS-05");
    static final RuleId OCCUPATIONS = new RuleId("R-SS-06");
    static final RuleId BASICS = new RuleId("R-SS-07");
    static final RuleId ADMISSIONS = new RuleId("R-SS-08");
    static final RuleId EDUCATION = new RuleId("R-SS-09");

    private static final List<String> ORGANIZATION_KINDS =
            List.of(
                    "committee",
                    "work-committee",
                    "general-branch",
                    "branch",
                    "joint",
                    "temporary",
                    "floating",
                    "group");
    private static final List<String> FIELDS =
            List.of("village", "organ", "state-enterprise", "private-enterprise", "social");
    private static final List<String> BODY_KINDS =
            List.of(
                    "village-committee",
                    "community-committee",
                    "government",
                    "institution",
                    "school",
                    "hospital",
                    "state-enterprise",
                    "private-enterprise",
                    "cooperative",
                    "social");

    private final Rulebook rulebook;
    private final MemberCells members;
    private final UnitCells units;

    Tables(Rulebook rulebook, Groups groups, Codes codes) {
        this.rulebook = rulebook;
        this.members = new MemberCells(groups, codes);
        this.units = new UnitCells(codes);
    }

    Cuts cuts(LocalDate day) {
        return Cuts.of(day, rulebook.rule(AGES, day), rulebook.rule(JOINING, day, null));
    }

    List<Table> on(LocalDate day) {
        var cuts = cuts(day);
        return List.of(
                heads(),
                basics(),
                table("age", "党员的年龄", AGES, members.ages(MEMBERS, "age", cuts)),
                table(
                        "joined",
                        "党员的入党时间",
                        JOINING,
                        members.joined(cuts),
                        "各段的起止日子公报没有写明，暂按会议开幕日分段，可以在规则里改。"),
                table(
                        "occupation",
                        "党员的职业",
                        OCCUPATIONS,
                        members.occupations(MEMBERS),
                        "职业由登记的工作岗位归类，归类办法待核对；没有对应职业的岗位列在“未归类”，不计入“其他职业人员”。"),
                table("education", "党员的学历", EDUCATION, members.grades(MEMBERS)),
                table("nation", "党员的民族", BASICS, members.nations()),
                admissions(cuts),
                new Table(
                        "organization-kind",
                        "党组织的类别",
                        HEADS,
                        ORGANIZATIONS,
                        units.organizations("kind", ORGANIZATION_KINDS),
                        List.of("党小组不是一级党组织，单列在最后。")),
                new Table(
                        "organization-field",
                        "党组织所在的领域",
                        null,
                        ORGANIZATIONS,
                        units.organizations("field", FIELDS),
                        List.of("含党小组。")),
                coverage(),
                bodies());
    }

    private Table heads() {
        var cells = new ArrayList<>(members.heads());
        cells.addAll(units.heads());
        return table(
                "head",
                "党员和党组织的总数",
                HEADS,
                cells,
                "登记在册的党员都计入，停止党籍的也在内。",
                "登记里没有区分地方党委和基层党委，“党委”是全部党委。党小组和党工委不计入基层党组织。");
    }

    private Table basics() {
        var cells = new ArrayList<>(members.sexes(MEMBERS));
        cells.addAll(members.peoples(MEMBERS));
        cells.addAll(members.college(MEMBERS));
        return table("basic", "党员的性别、民族和学历", BASICS, cells);
    }

    private Table admissions(Cuts cuts) {
        var most = rulebook.rule(ADMISSIONS, cuts.day()).figure("age");
        var cells = new ArrayList<>(members.sexes(ADMITTED));
        cells.addAll(members.peoples(ADMITTED));
        cells.addAll(members.young(cuts, most));
        cells.addAll(members.college(ADMITTED));
        cells.addAll(members.occupations(ADMITTED));
        return new Table(
                "admission",
                cuts.day().getYear() + " 年发展党员",
                ADMISSIONS,
                ADMITTED,
                cells,
                List.of(
                        "按现在登记在本级的党员推算：入党日期在当年一月一日到统计日之间，入党方式是新发展或者没有填。当年转走的不在内。",
                        "应当由当时审批的党组织统计；是否生产、工作一线没有单独列出。"));
    }

    private Table coverage() {
        return new Table(
                "coverage",
                "两个覆盖：单位里有没有党组织",
                null,
                BODIES,
                units.coverage(FIELDS),
                List.of(
                        "单独组建：至少关联了一个不是联合党支部的党组织；联合组建：只关联了联合党支部；空白点：没有关联党组织。",
                        "党员与单位没有直接登记在一起，“有三名以上党员而没有党组织”和工作覆盖目前算不出。"));
    }

    private Table bodies() {
        return new Table("body-kind", "单位的类别", null, BODIES, units.bodies(BODY_KINDS), List.of());
    }

    private static Table table(
            String id, String title, RuleId rule, List<Cell> cells, String... remarks) {
        return new Table(id, title, rule, MEMBERS, List.copyOf(cells), List.of(remarks));
    }
}
