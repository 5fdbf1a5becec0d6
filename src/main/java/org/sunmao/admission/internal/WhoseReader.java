package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.admission.internal.Admission.Whose;
import org.sunmao.code.CodeTable;
import org.sunmao.code.Codes;
import org.sunmao.member.CitizenNumber;
import org.sunmao.web.InputRefused;
import org.sunmao.web.InputRefused.Place;
import org.sunmao.web.Stale.Conflict;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Reads who somebody is, and tells all at once that cannot be. */
@Component
class WhoseReader {

    private static final Pattern MOBILE = Pattern.compile("1\\d{10}");
    private static final int NAME = 60;
    private static final int TAIL = 4;

    private final Codes codes;

    WhoseReader(Codes codes) {
        this.codes = codes;
    }

    Whose read(WhoseWish sent) {
        var faults = new ArrayList<Place>();
        var name = text(sent.name());
        if (name == null || name.length() > NAME || name.codePoints().anyMatch(this::unseen)) {
            faults.add(new Place("name", "请填写姓名，最多 " + NAME + " 字"));
        }
        var born = sent.bornOn() == null ? null : Told.parsed(sent.bornOn().strip());
        if (born == null) {
            faults.add(new Place("bornOn", "请按 1996-05-04 的样子填写出生日期"));
        }
        var sex = code(CodeTable.SEX, "sex", sent.sex(), faults);
        if (sex == null) {
            faults.add(new Place("sex", "请选择性别"));
        }
        var number = number(sent.citizenNumber(), born, faults);
        var mobile = text(sent.mobile());
        if (mobile != null && !MOBILE.matcher(mobile).matches()) {
            faults.add(new Place("mobile", "手机号码是 1 开头的 11 位数字"));
        }
        var nation = code(CodeTable.NATION, "nation", sent.nation(), faults);
        var education = code(CodeTable.EDUCATION, "education", sent.education(), faults);
        var post = code(CodeTable.JOB_POST, "jobPost", sent.jobPost(), faults);
        if (!faults.isEmpty() || name == null || sex == null || born == null) {
            throw new InputRefused(faults);
        }
        return new Whose(name, sex, nation, born, number, mobile, education, post);
    }

    /** What was sent and is not what stands, for a person to choose; of numbers their masks. */
    List<Conflict> conflicts(Whose sent, Whose stands) {
        var found = new ArrayList<Conflict>();
        add(found, "name", "姓名", sent.name(), stands.name());
        add(found, "sex", "性别", word(CodeTable.SEX, sent.sex()), word(CodeTable.SEX, stands.sex()));
        add(found, "bornOn", "出生日期", sent.bornOn() + "", stands.bornOn() + "");
        add(
                found,
                "nation",
                "民族",
                word(CodeTable.NATION, sent.nation()),
                word(CodeTable.NATION, stands.nation()));
        add(
                found,
                "education",
                "学历",
                word(CodeTable.EDUCATION, sent.education()),
                word(CodeTable.EDUCATION, stands.education()));
        add(
                found,
                "jobPost",
                "工作岗位",
                word(CodeTable.JOB_POST, sent.jobPost()),
                word(CodeTable.JOB_POST, stands.jobPost()));
        number(found, "citizenNumber", "公民身份号码", sent.citizenNumber(), stands.citizenNumber());
        number(found, "mobile", "手机号码", sent.mobile(), stands.mobile());
        return List.copyOf(found);
    }

    private @Nullable String word(CodeTable table, @Nullable String code) {
        return code == null ? null : codes.label(table, code);
    }

    static void add(
            List<Conflict> found,
            String field,
            String label,
            @Nullable String yours,
            @Nullable String theirs) {
        if (!Objects.equals(yours, theirs)) {
            found.add(new Conflict(field, label, yours, theirs));
        }
    }

    /** Where none was sent, what stands stays. */
    private static void number(
            List<Conflict> found,
            String field,
            String label,
            @Nullable String yours,
            @Nullable String theirs) {
        if (yours != null && !yours.equals(theirs)) {
            found.add(
                    new Conflict(field, label, tail(yours), theirs == null ? null : tail(theirs)));
        }
    }

    /** Enough to tell one from the other. */
    private static String tail(String number) {
        return "尾号 " + number.substring(number.length() - TAIL);
    }

    private boolean unseen(int point) {
        return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE;
    }

    private static @Nullable String text(@Nullable String sent) {
        return sent == null || sent.isBlank() ? null : sent.strip();
    }

    private @Nullable String code(
            CodeTable table, String pointer, @Nullable String sent, List<Place> faults) {
        var code = text(sent);
        if (code != null && !codes.selectable(table, code)) {
            faults.add(new Place(pointer, "没有这个选项，请重新选择"));
        }
        return code;
    }

    private static @Nullable String number(
            @Nullable String sent, @Nullable LocalDate born, List<Place> faults) {
        var text = text(sent);
        if (text == null) {
            return null;
        }
        var number = CitizenNumber.of(text);
        if (!number.valid()) {
            faults.add(new Place("citizenNumber", "公民身份号码的格式或校验码不对，请核对"));
            return null;
        }
        if (born != null && !number.value().startsWith(born.toString().replace("-", ""), 6)) {
            faults.add(new Place("citizenNumber", "公民身份号码里的出生日期与填写的不同，请核对"));
        }
        return number.value();
    }
}
