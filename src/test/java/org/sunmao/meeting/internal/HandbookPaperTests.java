package org.sunmao.meeting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.sunmao.document.Documents;
import org.sunmao.house.HouseTest;
import org.sunmao.meeting.internal.HandbookPaper.Activity;
import org.sunmao.meeting.internal.HandbookPaper.Appraised;
import org.sunmao.meeting.internal.HandbookPaper.Attended;
import org.sunmao.meeting.internal.HandbookPaper.AttendedLine;
import org.sunmao.meeting.internal.HandbookPaper.Fact;
import org.sunmao.meeting.internal.HandbookPaper.Grade;
import org.sunmao.meeting.internal.HandbookPaper.Minutes;
import org.sunmao.meeting.internal.HandbookPaper.Officer;
import org.sunmao.meeting.internal.HandbookPaper.Plan;
import org.sunmao.meeting.internal.HandbookPaper.PlanRow;
import org.sunmao.meeting.internal.HandbookPaper.Promise;
import org.sunmao.meeting.internal.HandbookPaper.Roll;
import org.sunmao.meeting.internal.HandbookPaper.RollLine;
import org.sunmao.meeting.internal.HandbookPaper.Said;
import org.sunmao.meeting.internal.HandbookPaper.Voted;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** A year of a large branch is one paper, whatever its members are called. */
@HouseTest
class HandbookPaperTests {

    private static final String LONG = "阿卜杜热合曼·买买提吐尔逊·艾合买提江";

    @Autowired Documents documents;

    @Test
    void aYearOfSeventyMeetingsIsOnePaperWithEveryWordOfIt() throws IOException {
        var pdf = documents.pdf("meeting/handbook", paper(70, 80));
        try (var read = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper().getText(read).replaceAll("\\s", "");
            assertThat(text)
                    .contains("支部手册", "2026年度", "一、基本情况", "二、党员名册", "三、年度计划和开展情况")
                    .contains("四、会议记录", "五、民主评议党员", "六、整改措施", "七、活动")
                    .contains("八、参加组织生活情况", "70．支部党员大会", "第69次说的话", LONG)
                    .contains("龘靐齉", "更正：应到的人数写错了", "记录人钱二");
            assertThat(read.getNumberOfPages()).isLessThan(120);
        }
    }

    @Test
    void aBranchThatHeldNothingHasAHandbookThatSaysSo() throws IOException {
        var pdf = documents.pdf("meeting/handbook", paper(0, 0));
        try (var read = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(read)).contains("没有记录", "没有登记任职");
        }
    }

    static HandbookPaper paper(int meetings, int members) {
        return new HandbookPaper(
                "7c61-2026",
                "中共演示县东乡东村党支部",
                "中共演示县东乡委员会",
                2026,
                LocalDate.of(2026, 12, 31),
                "2024-03-01 起，2029-02-28 届满",
                some(members / 20, at -> new Officer("书记", name(at), "2024-03-01", "")),
                new Roll(members, members, 0, some(members, HandbookPaperTests::line)),
                new Plan(
                        "主题党日固定在每月 10 日",
                        some(
                                meetings,
                                at -> new PlanRow("2026-03-10", "主题党日", "学习", "2026-03-12", "雨"))),
                some(meetings, at -> minutes(at, members)),
                some(
                        meetings / 50,
                        at ->
                                new Appraised(
                                        "2026-12-10",
                                        "应到 80 人，评定等次 80 人",
                                        some(members, HandbookPaperTests::grade))),
                some(
                        meetings / 10,
                        at -> new Promise("组织生活会", at + 1, "修好水渠", name(at), "2026-12-31", "已办结")),
                some(meetings / 10, at -> new Activity("2026-05-01", "志愿服务", "扫雪", "村口", "20")),
                new Attended(
                        List.of("党员大会", "党小组会", "党课", "主题党日", "组织生活会", "民主评议"),
                        some(
                                members,
                                at ->
                                        new AttendedLine(
                                                at + 1,
                                                name(at),
                                                List.of("4/4", "12/12", "4/4", "11/12", "1/1", ""),
                                                "32/33"))),
                "由赵一于 2026-12-31 10:00 打印");
    }

    private static RollLine line(int at) {
        return new RollLine(
                at + 1,
                name(at),
                "男",
                "汉族",
                "1970-01",
                "大学本科",
                "正式党员",
                "1999-07-01",
                "2000-07-01",
                "");
    }

    private static Grade grade(int at) {
        return new Grade(at + 1, name(at), "60", "18", "2", "0", "合格", "", "2026-12-20");
    }

    private static Minutes minutes(int at, int members) {
        var absent = IntStream.range(0, members / 4).mapToObj(HandbookPaperTests::name).toList();
        return new Minutes(
                at + 1,
                "支部党员大会",
                "2026-03-10",
                List.of(
                        new Fact("主题", "讨论修路", "地点", "村部"),
                        new Fact("主持人", "赵一", "记录人", "钱二"),
                        new Fact("缺席", String.join("、", absent), "请假", "")),
                List.of(
                        new Said("议程", List.of("1．学习文件", "2．讨论")),
                        new Said(
                                "记录", List.of(("第" + at + "次说的话。").repeat(60), "龘靐齉\uD842\uDFB7"))),
                List.of(new Voted("接收预备党员", 80, 70, 2, 68, 2, 2, "通过")),
                List.of("更正：应到的人数写错了（赵一，2026-03-20）"),
                "记录人钱二（2026-03-11），主持人赵一（2026-03-11）");
    }

    private static String name(int at) {
        return at % 9 == 0 ? LONG : "党员" + at;
    }

    private interface Made<T> {
        T at(int at);
    }

    private static <T> List<T> some(int count, Made<T> made) {
        return IntStream.range(0, count).mapToObj(made::at).toList();
    }
}
