package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Tree;
import org.sunmao.code.CodeTable;
import org.sunmao.code.Codes;
import org.sunmao.member.internal.MemberDirectory.Question;
import org.sunmao.member.internal.Sought.By;
import org.sunmao.web.InputRefused;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The filter of a list of members, as it is kept and as a person reads it. */
@Component
class MemberQuestions {

    private static final Set<String> KNOWN =
            Set.of(
                    "organization",
                    "q",
                    "status",
                    "sex",
                    "nation",
                    "ageFrom",
                    "ageTo",
                    "education",
                    "jobPost",
                    "admissionKind",
                    "class",
                    "floating",
                    "joinedFrom",
                    "joinedTo",
                    "anniversary",
                    "sort");

    private final Searches searches;
    private final Codes codes;
    private final Tree tree;

    MemberQuestions(Searches searches, Codes codes, Tree tree) {
        this.searches = searches;
        this.codes = codes;
        this.tree = tree;
    }

    Question read(Map<String, String> filter) {
        for (var name : filter.keySet()) {
            if (!KNOWN.contains(name)) {
                throw new InputRefused("filter", "没有筛选条件 " + name);
            }
        }
        var conditions =
                new MemberFilter(
                        filter.get("status"),
                        filter.get("sex"),
                        filter.get("nation"),
                        filter.get("ageFrom"),
                        filter.get("ageTo"),
                        filter.get("education"),
                        filter.get("jobPost"),
                        filter.get("admissionKind"),
                        filter.get("class"),
                        filter.get("floating"),
                        filter.get("joinedFrom"),
                        filter.get("joinedTo"),
                        filter.get("anniversary"));
        return new Question(
                id(filter.get("organization")),
                filter.get("q"),
                conditions,
                MemberSort.of(filter.get("sort")),
                null,
                0);
    }

    /** Numbers are not kept in filters: whoever is found by one is a list of one. */
    @Nullable Sought sought(SignedIn who, Question question) {
        var words = question.words();
        var sought = words != null && Searches.isNumber(words) ? null : searches.sought(who, words);
        if (sought == null ? words != null && !words.isBlank() : sought.by() != By.TERM) {
            throw new InputRefused("q", "按号码查找的结果不能导出或保存，请改用姓名或其他条件");
        }
        return sought;
    }

    /** For the reading log: what was asked for, without the name somebody was looked for by. */
    String told(Question question, LocalDate day) {
        var words = question.words();
        var others = Question.of(question.organization(), null, question.filter());
        var told = words(others, day);
        if (words != null && !words.isBlank()) {
            told.add(words.strip().matches("\\d{4}") ? "按手机号后四位查找" : "按姓名查找");
        }
        return told.isEmpty() ? "全部" : String.join("；", told);
    }

    List<String> words(Question question, LocalDate day) {
        var filter = question.filter();
        var words = new ArrayList<String>();
        var organization = question.organization();
        if (organization != null) {
            add(words, "党组织", tree.name(organization, day).orElse("") + "（含下级）");
        }
        add(words, "查找", question.words());
        add(words, "人员类别", label(CodeTable.MEMBER_STATUS, filter.status()));
        add(words, "性别", label(CodeTable.SEX, filter.sex()));
        add(words, "民族", label(CodeTable.NATION, filter.nation()));
        add(words, "年龄", between(filter.ageFrom(), filter.ageTo(), " 周岁"));
        add(words, "学历", label(CodeTable.EDUCATION, filter.education()));
        add(words, "工作岗位", label(CodeTable.JOB_POST, filter.jobPost()));
        add(words, "加入党组织的类别", label(CodeTable.ADMISSION_KIND, filter.admissionKind()));
        add(
                words,
                "党员分类",
                "none".equals(filter.memberClass())
                        ? "尚未确认"
                        : label(CodeTable.MEMBER_CLASS, filter.memberClass()));
        if (filter.floating() != null && !filter.floating().isBlank()) {
            add(words, "流动党员", filter.floating().equals("true") ? "是" : "否");
        }
        add(words, "入党日期", between(filter.joinedFrom(), filter.joinedTo(), ""));
        var month = filter.anniversary();
        add(words, "入党纪念日", month == null || month.isBlank() ? null : month + " 月");
        return words;
    }

    /** A code or several, as a list is asked for them; what is no code is told as it stands. */
    private @Nullable String label(CodeTable table, @Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        var others = sent.startsWith("!");
        return Arrays.stream((others ? sent.substring(1) : sent).split(","))
                .map(code -> code.equals("none") ? "未填" : codes.label(table, code))
                .collect(Collectors.joining("、", others ? "除" : "", others ? "以外" : ""));
    }

    private static @Nullable String between(
            @Nullable String from, @Nullable String to, String unit) {
        var least = from == null || from.isBlank() ? null : from + unit + "起";
        var most = to == null || to.isBlank() ? null : to + unit + "止";
        return least == null || most == null
                ? Objects.requireNonNullElse(least, most == null ? "" : most)
                : least + "、" + most;
    }

    private static void add(List<String> words, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            words.add(label + "：" + value);
        }
    }

    private static @Nullable UUID id(@Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(sent);
        } catch (IllegalArgumentException _) {
            throw new InputRefused("organization", "党组织的编号格式不对");
        }
    }
}
