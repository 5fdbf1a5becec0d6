package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.code.CodeTable;
import org.sunmao.code.Codes;
import org.sunmao.member.internal.MemberCard.Place;
import org.sunmao.member.internal.MemberPaper.Group;
import org.sunmao.member.internal.MemberPaper.Line;
import org.sunmao.register.Field;
import org.sunmao.register.FieldKind.Code;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The page of a member as its printed sheet: what the screen shows, in the same order. */
@Component
class MemberSheets {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("y年M月d日");
    private static final int MONTHS = 12;

    private record Fact(String label, String value) {}

    private final Codes codes;

    MemberSheets(Codes codes) {
        this.codes = codes;
    }

    List<Group> groups(MemberCard card) {
        return List.of(
                group("基本信息", person(card)),
                group("党籍信息", membership(card)),
                group("分类管理", management(card)),
                group("工作与流动", work(card)),
                group("联系方式", contact(card)),
                group("档案", List.of(fact(MemberFields.FILE_KEPT_BY, card.fileKeptBy()))));
    }

    private List<Fact> person(MemberCard it) {
        return List.of(
                fact(MemberFields.NAME, it.name()),
                fact(MemberFields.SEX, it.sex()),
                fact(MemberFields.NATION, it.nation()),
                fact(MemberFields.BORN_ON, day(it.bornOn())),
                new Fact("年龄", it.age() + " 岁"),
                fact(MemberFields.CITIZEN_NUMBER, it.citizenNumber()),
                fact(MemberFields.NATIVE_PLACE, place(it.nativePlace())),
                fact(MemberFields.REGISTERED_PLACE, place(it.registeredPlace())),
                fact(MemberFields.EDUCATION, it.education()),
                fact(MemberFields.DEGREE, it.degree()));
    }

    private List<Fact> membership(MemberCard it) {
        var facts = new ArrayList<Fact>();
        facts.add(fact(MemberFields.ORGANIZATION, it.organization().name()));
        var group = it.partyGroup();
        if (group != null) {
            facts.add(fact(MemberFields.PARTY_GROUP, group.name()));
        }
        facts.add(fact(MemberFields.STATUS, it.status()));
        facts.add(fact(MemberFields.STANDING, it.standing()));
        facts.add(fact(MemberFields.JOINED_ON, day(it.joinedOn())));
        facts.add(fact(MemberFields.FULL_ON, day(it.fullOn())));
        facts.add(fact(MemberFields.CONVERSION, it.conversion()));
        if (it.extensionMonths() != null) {
            facts.add(fact(MemberFields.EXTENSION_MONTHS, it.extensionMonths().toString()));
        }
        facts.add(new Fact("党龄", it.fullOn() == null ? "转正后起算" : months(it.partyAgeMonths())));
        if (it.partyAgeCorrection() != 0) {
            facts.add(
                    fact(
                            MemberFields.PARTY_AGE_CORRECTION,
                            Integer.toString(it.partyAgeCorrection())));
            facts.add(
                    fact(MemberFields.PARTY_AGE_CORRECTION_REASON, it.partyAgeCorrectionReason()));
        }
        facts.add(fact(MemberFields.ADMISSION_KIND, it.admissionKind()));
        facts.add(fact(MemberFields.ADMITTED_IN, it.admittedIn()));
        return facts;
    }

    private List<Fact> management(MemberCard it) {
        return List.of(
                new Fact("职务", it.holdsOffice() ? "有职党员" : "无职党员"),
                fact(MemberFields.MEMBER_CLASS, it.memberClass()),
                fact(MemberFields.WAY, it.way()));
    }

    private List<Fact> work(MemberCard it) {
        var facts = new ArrayList<Fact>();
        facts.add(fact(MemberFields.JOB_POST, it.jobPost()));
        facts.add(fact(MemberFields.STRATUM, it.stratum()));
        facts.add(fact(MemberFields.FRONTLINE, it.frontline()));
        facts.add(fact(MemberFields.TECHNICAL_POST, it.technicalPost()));
        facts.add(fact(MemberFields.MIGRANT_WORKER, yesNo(it.migrantWorker())));
        facts.add(fact(MemberFields.FROM_TAIWAN, yesNo(it.fromTaiwan())));
        facts.add(fact(MemberFields.FLOATING, yesNo(it.floating())));
        if (it.floating()) {
            facts.add(fact(MemberFields.FLOATING_TO, place(it.floatingTo())));
            facts.add(fact(MemberFields.CONTACT, it.contact()));
            var host = it.host();
            facts.add(fact(MemberFields.HOST, host == null ? it.hostName() : host.name()));
        }
        facts.add(new Fact("失去联系", yesNo(it.lost())));
        if (it.lost()) {
            facts.add(fact(MemberFields.LOST_ON, day(it.lostOn())));
            facts.add(fact(MemberFields.LOST_REASON, it.lostReason()));
        }
        return facts;
    }

    private List<Fact> contact(MemberCard it) {
        return List.of(
                fact(MemberFields.MOBILE, it.mobile()),
                fact(MemberFields.PHONE, it.phone()),
                fact(MemberFields.RESIDENCE, place(it.residence())),
                fact(MemberFields.ADDRESS, it.address()));
    }

    private Fact fact(Field field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return new Fact(field.label(), "未填");
        }
        return new Fact(
                field.label(),
                field.kind() instanceof Code(var table) ? codes.label(table, value) : value);
    }

    /** A code as its word; empty for none. */
    String label(CodeTable table, @Nullable Object code) {
        return code == null ? "" : codes.label(table, code.toString());
    }

    private static Group group(String title, List<Fact> facts) {
        var lines = new ArrayList<Line>();
        for (var i = 0; i < facts.size(); i += 2) {
            var left = facts.get(i);
            var right = i + 1 < facts.size() ? facts.get(i + 1) : new Fact("", "");
            lines.add(new Line(left.label(), left.value(), right.label(), right.value()));
        }
        return new Group(title, lines);
    }

    static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : DAY.format(day);
    }

    private static String yesNo(boolean value) {
        return value ? "是" : "否";
    }

    private static @Nullable String place(@Nullable Place place) {
        return place == null ? null : place.name() == null ? place.code() : place.name();
    }

    private static String months(int months) {
        var years = months / MONTHS;
        var rest = months % MONTHS;
        var told = (years > 0 ? years + "年" : "") + (rest > 0 ? rest + "个月" : "");
        return told.isEmpty() ? "不满1个月" : told;
    }
}
