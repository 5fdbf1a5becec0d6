package org.sunmao.admission.internal;

import static org.sunmao.register.Field.optional;
import static org.sunmao.register.Field.required;

import org.sunmao.code.CodeTable;
import org.sunmao.member.CitizenNumber;
import org.sunmao.register.Column;
import org.sunmao.register.Field;
import org.sunmao.register.FieldKind.Code;
import org.sunmao.register.FieldKind.Day;
import org.sunmao.register.FieldKind.Formed;
import org.sunmao.register.FieldKind.Reference;
import org.sunmao.register.FieldKind.Text;
import org.sunmao.register.FieldKind.Whole;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The columns of a roster of admissions: who it is, and the day of each step. */
final class AdmissionColumns {

    private static final int MANY = 400;
    private static final int VOTERS = 5000;

    static final Field ORGANIZATION = required("organization", "所在党支部", new Reference());
    static final Field NAME = required("name", "姓名", new Text(60));
    static final Field SEX = required("sex", "性别", new Code(CodeTable.SEX));
    static final Field NATION = optional("nation", "民族", new Code(CodeTable.NATION));
    static final Field BORN_ON = required("bornOn", "出生日期", new Day());
    static final Field CITIZEN_NUMBER =
            required(
                    "citizenNumber",
                    "公民身份号码",
                    new Formed(CitizenNumber::typed, n -> new CitizenNumber(n).masked()));
    static final Field EDUCATION = optional("education", "学历", new Code(CodeTable.EDUCATION));
    static final Field APPLIED = required("appliedOn", "递交入党申请书日期", new Day());

    static final Field TALK = day("talk", "派人谈话日期");
    static final Field FIX_ACTIVIST = day("fixActivist", "确定入党积极分子日期");
    static final Field FILE_ACTIVIST = day("fileActivist", "入党积极分子备案日期");
    static final Field CONTACTS = day("contacts", "指定培养联系人日期");
    static final Field CONTACTS_NUMBER = number("contactsNumber", "培养联系人人数", MANY);
    static final Field ASSESSED_FIRST = day("assessedFirst", "第一次考察日期");
    static final Field ASSESSED_SECOND = day("assessedSecond", "第二次考察日期");
    static final Field ASSESSED_THIRD = day("assessedThird", "第三次考察日期");
    static final Field ASSESSED_FOURTH = day("assessedFourth", "第四次考察日期");
    static final Field LIST_OBJECT = day("listObject", "确定发展对象日期");
    static final Field FILE_OBJECT = day("fileObject", "发展对象备案日期");
    static final Field SPONSORS = day("sponsors", "确定入党介绍人日期");
    static final Field SPONSORS_NUMBER = number("sponsorsNumber", "入党介绍人人数", MANY);
    static final Field REVIEW = day("review", "政治审查合格日期");
    static final Field TRAINING = day("training", "集中培训结束日期");
    static final Field TRAINING_DAYS = number("trainingDays", "集中培训天数", MANY);
    static final Field TRAINING_HOURS = number("trainingHours", "集中培训学时", MANY);
    static final Field EXAMINE = day("examine", "支部委员会审查日期");
    static final Field PRE_EXAMINE = day("preExamine", "上级党委预审日期");
    static final Field FORM = day("form", "填写入党志愿书日期");
    static final Field VOTE = day("vote", "支部大会通过接收日期");
    static final Votes VOTES = votes("vote", "接收大会");
    static final Field SUBMIT = day("submit", "报送接收决议日期");
    static final Field SUPERIOR_TALK = day("superiorTalk", "上级党委谈话日期");
    static final Field APPROVE = day("approve", "批准接收日期");
    static final Field APPROVED_BY = optional("approvedBy", "批准接收的党组织", new Reference());
    static final Field FILE_APPROVAL = day("fileApproval", "审批备案日期");
    static final Field ASSIGN = day("assign", "编入党支部日期");
    static final Field OATH = day("oath", "入党宣誓日期");
    static final Field PROBATION_FIRST = day("probationFirst", "预备期第一次考察日期");
    static final Field PROBATION_SECOND = day("probationSecond", "预备期第二次考察日期");
    static final Field PROBATION_THIRD = day("probationThird", "预备期第三次考察日期");
    static final Field PROBATION_FOURTH = day("probationFourth", "预备期第四次考察日期");
    static final Field CONVERSION_APPLICATION = day("conversionApplication", "提出转正申请日期");
    static final Field CONVERSION_VOTE = day("conversionVote", "支部大会通过转正日期");
    static final Votes CONVERSION_VOTES = votes("conversionVote", "转正大会");
    static final Field CONVERSION_APPROVE = day("conversionApprove", "批准转正日期");
    static final Field ARCHIVE = day("archive", "五项材料归档日期");

    /** How a meeting voted. */
    record Votes(Field due, Field present, Field written, Field inFavour, Field against) {

        List<Field> all() {
            return List.of(due, present, written, inFavour, against);
        }

        /** Without which nobody knows how it went. */
        List<Field> needed() {
            return List.of(due, present, inFavour);
        }
    }

    static final List<Column> COLUMNS =
            Stream.of(
                            Stream.of(ORGANIZATION, NAME, SEX, NATION, BORN_ON).map(Column::of),
                            Stream.of(Column.of(CITIZEN_NUMBER, "身份证号", "身份证号码").kept()),
                            Stream.of(
                                            EDUCATION,
                                            APPLIED,
                                            TALK,
                                            FIX_ACTIVIST,
                                            FILE_ACTIVIST,
                                            CONTACTS,
                                            CONTACTS_NUMBER,
                                            ASSESSED_FIRST,
                                            ASSESSED_SECOND,
                                            ASSESSED_THIRD,
                                            ASSESSED_FOURTH,
                                            LIST_OBJECT,
                                            FILE_OBJECT,
                                            SPONSORS,
                                            SPONSORS_NUMBER,
                                            REVIEW,
                                            TRAINING,
                                            TRAINING_DAYS,
                                            TRAINING_HOURS,
                                            EXAMINE,
                                            PRE_EXAMINE,
                                            FORM,
                                            VOTE)
                                    .map(Column::of),
                            VOTES.all().stream().map(Column::of),
                            Stream.of(SUBMIT, SUPERIOR_TALK, APPROVE).map(Column::of),
                            Stream.of(Column.of(APPROVED_BY).saying("空着的，按有审批权的上级党委批准")),
                            Stream.of(
                                            FILE_APPROVAL,
                                            ASSIGN,
                                            OATH,
                                            PROBATION_FIRST,
                                            PROBATION_SECOND,
                                            PROBATION_THIRD,
                                            PROBATION_FOURTH,
                                            CONVERSION_APPLICATION,
                                            CONVERSION_VOTE)
                                    .map(Column::of),
                            CONVERSION_VOTES.all().stream().map(Column::of),
                            Stream.of(CONVERSION_APPROVE, ARCHIVE).map(Column::of))
                    .flatMap(columns -> columns)
                    .toList();

    /** What has to stand beside a day, so that nothing is made up. */
    static final Map<Field, List<Field>> BESIDE =
            Map.of(
                    SPONSORS, List.of(SPONSORS_NUMBER),
                    CONTACTS, List.of(CONTACTS_NUMBER),
                    VOTE, VOTES.needed(),
                    CONVERSION_VOTE, CONVERSION_VOTES.needed());

    private AdmissionColumns() {}

    private static Field day(String name, String label) {
        return optional(name, label, new Day());
    }

    private static Field number(String name, String label, int most) {
        return optional(name, label, new Whole(0, most));
    }

    private static Votes votes(String name, String label) {
        return new Votes(
                number(name + "Due", label + "应到会有表决权党员", VOTERS),
                number(name + "Present", label + "到会有表决权党员", VOTERS),
                number(name + "Written", label + "书面意见", VOTERS),
                number(name + "InFavour", label + "赞成票", VOTERS),
                number(name + "Against", label + "反对票", VOTERS));
    }
}
