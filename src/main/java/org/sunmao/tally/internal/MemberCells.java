package org.sunmao.tally.internal;

import static org.sunmao.tally.internal.Counted.ADMITTED;
import static org.sunmao.tally.internal.Counted.MEMBERS;

import org.jspecify.annotations.Nullable;
import org.sunmao.code.CodeTable;
import org.sunmao.code.Codes;
import org.sunmao.tally.internal.Groups.Group;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The numbers of members: each with the filter under which the list of members shows them. */
class MemberCells {

    private static final String FULL = "full";
    private static final String PROBATIONARY = "probationary";
    private static final String HAN = "01";
    private static final int NATIONS = 56;
    private static final Set<String> MINORITIES = minorities();

    /** The groups of GB/T 4658 from 大专 upward, and those known to be below. */
    private static final String COLLEGE = "10,20,30";

    private static final String BELOW_COLLEGE = "40,60,70,80";

    private final Groups groups;
    private final Codes codes;

    MemberCells(Groups groups, Codes codes) {
        this.groups = groups;
        this.codes = codes;
    }

    List<Cell> heads() {
        return List.of(
                cell("members", "党员", null, MEMBERS, Axis.STATUS, _ -> true, Map.of()),
                cell(
                        FULL,
                        "正式党员",
                        "status",
                        MEMBERS,
                        Axis.STATUS,
                        FULL::equals,
                        Map.of("status", FULL)),
                cell(
                        PROBATIONARY,
                        "预备党员",
                        "status",
                        MEMBERS,
                        Axis.STATUS,
                        PROBATIONARY::equals,
                        Map.of("status", PROBATIONARY)));
    }

    List<Cell> sexes(Counted of) {
        return List.of(
                code(of, "female", "女", Axis.SEX, "sex", Set.of("2"), "2"),
                code(of, "male", "男", Axis.SEX, "sex", Set.of("1"), "1"),
                rest(of, "sex", Axis.SEX, Set.of("1", "2"), "!1,2", "性别未知或未说明"));
    }

    List<Cell> peoples(Counted of) {
        return List.of(
                code(of, "minority", "少数民族", Axis.NATION, "nation", MINORITIES, "02-56"),
                code(of, "han", "汉族", Axis.NATION, "nation", Set.of(HAN), HAN),
                none(of, "nation", Axis.NATION, "民族未填"),
                rest(of, "nation", Axis.NATION, allNations(), "!01-56", "民族未归类"));
    }

    List<Cell> college(Counted of) {
        return List.of(
                grade(of, "college-and-above", "大专及以上", "college", COLLEGE),
                grade(of, "below-college", "大专以下", "college", BELOW_COLLEGE),
                optional(
                        of,
                        "college-unfilled",
                        "学历未填",
                        "college",
                        Axis.EDUCATION,
                        String::isEmpty,
                        "education",
                        "none"),
                optional(
                        of,
                        "college-unclassified",
                        "学历未归类",
                        "college",
                        Axis.EDUCATION,
                        in(COLLEGE + "," + BELOW_COLLEGE).or(String::isEmpty).negate(),
                        "education",
                        "!" + COLLEGE + "," + BELOW_COLLEGE));
    }

    List<Cell> ages(Counted of, String group, Cuts cuts) {
        var cells = new ArrayList<Cell>();
        var from = cuts.ages();
        for (var band = 0; band <= from.size(); band++) {
            var filter = new TreeMap<String, String>();
            var label = "";
            if (band > 0) {
                filter.put("ageFrom", from.get(band - 1).toString());
                label = from.get(band - 1) + " 岁及以上";
            }
            if (band < from.size()) {
                var last = from.get(band) - 1;
                filter.put("ageTo", Integer.toString(last));
                label = band == 0 ? last + " 岁及以下" : from.get(band - 1) + "–" + last + " 岁";
            }
            var key = "age-" + (band == 0 ? "under" : from.get(band - 1));
            cells.add(cell(key, label, group, of, Axis.AGE, cuts.born(band)::equals, filter));
        }
        return cells;
    }

    /** The admitted of the bands up to an age, as one number, and the others. */
    List<Cell> young(Cuts cuts, int most) {
        var young = new HashSet<String>();
        for (var band = 0; band < cuts.ages().size(); band++) {
            if (cuts.ages().get(band) - 1 <= most) {
                young.add(cuts.born(band));
            }
        }
        return List.of(
                admitted("young", most + " 岁及以下", young::contains, "ageTo", most),
                admitted(
                        "older",
                        most + 1 + " 岁及以上",
                        value -> !young.contains(value),
                        "ageFrom",
                        most + 1));
    }

    List<Cell> joined(Cuts cuts) {
        var labels = List.of("新中国成立前", "新中国成立后至党的十一届三中全会前", "党的十一届三中全会后至党的十八大前", "党的十八大以来");
        var keys = List.of("before-republic", "republic", "plenum", "congress");
        var days = cuts.joined();
        var cells = new ArrayList<Cell>();
        for (var band = 0; band <= days.size(); band++) {
            var filter = new TreeMap<String, String>();
            if (band > 0) {
                filter.put("joinedFrom", days.get(band - 1).toString());
            }
            if (band < days.size()) {
                filter.put("joinedTo", days.get(band).minusDays(1).toString());
            }
            cells.add(
                    cell(
                            keys.get(band),
                            labels.get(band),
                            "joined",
                            MEMBERS,
                            Axis.JOINED,
                            Integer.toString(band)::equals,
                            filter));
        }
        return cells;
    }

    List<Cell> occupations(Counted of) {
        var cells = new ArrayList<Cell>();
        var known = new HashSet<String>();
        for (var group : groups.occupations()) {
            var posts = Set.copyOf(group.codes());
            known.addAll(posts);
            var filter = Map.of("jobPost", group.choice());
            // Whoever is admitted is of one of seven occupations; a retired one is shown if there
            // is.
            var optional = of == ADMITTED && group.key().equals("retired");
            cells.add(
                    new Cell(
                            group.key(),
                            group.label(),
                            "jobPost",
                            of,
                            Axis.JOB_POST,
                            posts::contains,
                            filter,
                            optional));
        }
        cells.add(none(of, "jobPost", Axis.JOB_POST, "岗位未填"));
        var others = Groups.others(groups.occupations());
        cells.add(rest(of, "jobPost", Axis.JOB_POST, known, others, "未归类"));
        return cells;
    }

    List<Cell> grades(Counted of) {
        var cells = new ArrayList<Cell>();
        for (Group group : groups.education()) {
            cells.add(grade(of, group.key(), group.label(), "education", group.choice()));
        }
        cells.add(none(of, "education", Axis.EDUCATION, "学历未填"));
        var others = Groups.others(groups.education());
        cells.add(
                optional(
                        of,
                        "education-unclassified",
                        "未归类",
                        "education",
                        Axis.EDUCATION,
                        in(others.substring(1)).or(String::isEmpty).negate(),
                        "education",
                        others));
        return cells;
    }

    List<Cell> nations() {
        var cells = new ArrayList<Cell>();
        for (var nation : allNations().stream().sorted().toList()) {
            cells.add(
                    optional(
                            MEMBERS,
                            "nation-" + nation,
                            codes.label(CodeTable.NATION, nation),
                            "nation",
                            Axis.NATION,
                            nation::equals,
                            "nation",
                            nation));
        }
        cells.add(none(MEMBERS, "nation", Axis.NATION, "民族未填"));
        cells.add(rest(MEMBERS, "nation", Axis.NATION, allNations(), "!01-56", "民族未归类"));
        return cells;
    }

    private static Cell grade(Counted of, String key, String label, String group, String choice) {
        return cell(key, label, group, of, Axis.EDUCATION, in(choice), Map.of("education", choice));
    }

    /** Whether a code of education is of one of the groups: its first digit is theirs. */
    private static Predicate<String> in(String groups) {
        var digits = new HashSet<String>();
        for (var group : groups.split(",", -1)) {
            digits.add(group.substring(0, 1));
        }
        return value -> value.length() == 2 && digits.contains(value.substring(0, 1));
    }

    private static Cell code(
            Counted of,
            String key,
            String label,
            Axis axis,
            String filter,
            Set<String> taken,
            String choice) {
        return cell(key, label, filter, of, axis, taken::contains, Map.of(filter, choice));
    }

    private static Cell none(Counted of, String filter, Axis axis, String label) {
        var key = filter + "-unfilled";
        return optional(of, key, label, filter, axis, String::isEmpty, filter, "none");
    }

    private static Cell rest(
            Counted of, String filter, Axis axis, Set<String> known, String choice, String label) {
        Predicate<String> takes = value -> !value.isEmpty() && !known.contains(value);
        var key = filter + "-unclassified";
        return optional(of, key, label, filter, axis, takes, filter, choice);
    }

    private static Cell optional(
            Counted of,
            String key,
            String label,
            String group,
            Axis axis,
            Predicate<String> takes,
            String filter,
            String choice) {
        return new Cell(key, label, group, of, axis, takes, Map.of(filter, choice), true);
    }

    private static Cell admitted(
            String key, String label, Predicate<String> takes, String filter, int age) {
        var filters = Map.of(filter, Integer.toString(age));
        return cell(key, label, "young", ADMITTED, Axis.AGE, takes, filters);
    }

    private static Cell cell(
            String key,
            String label,
            @Nullable String group,
            Counted of,
            Axis axis,
            Predicate<String> takes,
            Map<String, String> filter) {
        return new Cell(key, label, group, of, axis, takes, filter, false);
    }

    private static Set<String> allNations() {
        var all = new HashSet<>(MINORITIES);
        all.add(HAN);
        return all;
    }

    private static Set<String> minorities() {
        var codes = new HashSet<String>();
        for (var nation = 2; nation <= NATIONS; nation++) {
            codes.add("%02d".formatted(nation));
        }
        return Set.copyOf(codes);
    }
}
