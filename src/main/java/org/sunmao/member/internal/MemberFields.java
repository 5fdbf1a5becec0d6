package org.sunmao.member.internal;

import static org.sunmao.register.Field.optional;
import static org.sunmao.register.Field.required;

import org.sunmao.code.CodeTable;
import org.sunmao.member.CitizenNumber;
import org.sunmao.register.Field;
import org.sunmao.register.FieldKind;
import org.sunmao.register.FieldKind.Code;
import org.sunmao.register.FieldKind.Day;
import org.sunmao.register.FieldKind.Division;
import org.sunmao.register.FieldKind.Flag;
import org.sunmao.register.FieldKind.Formed;
import org.sunmao.register.FieldKind.Reference;
import org.sunmao.register.FieldKind.Text;
import org.sunmao.register.FieldKind.Whole;

import java.util.List;
import java.util.function.UnaryOperator;

/** The fields of a member (rulebook 1 §5.2), in the order of the paper form. */
final class MemberFields {

    static final Field ORGANIZATION = required("organization", "所在党组织", new Reference());

    /** The group of the branch; the relation itself stays with the branch (R-BR-13). */
    static final Field PARTY_GROUP = optional("partyGroup", "所在党小组", new Reference());

    static final Field NAME = required("name", "姓名", new Text(60));
    static final Field PINYIN =
            optional("pinyin", "姓名读音", new Formed(Reading::typed, words -> words));
    static final Field SEX = required("sex", "性别", new Code(CodeTable.SEX));
    static final Field CITIZEN_NUMBER =
            required(
                    "citizenNumber",
                    "公民身份号码",
                    new Formed(CitizenNumber::typed, n -> new CitizenNumber(n).masked()));
    static final Field NATION = required("nation", "民族", new Code(CodeTable.NATION));
    static final Field BORN_ON = required("bornOn", "出生日期", new Day()).ofThePast();
    static final Field NATIVE_PLACE = optional("nativePlace", "籍贯", new Division());
    static final Field REGISTERED_PLACE = optional("registeredPlace", "户籍所在地", new Division());
    static final Field RESIDENCE = optional("residence", "现居住地", new Division());
    static final Field EDUCATION = optional("education", "学历", new Code(CodeTable.EDUCATION));
    static final Field DEGREE = optional("degree", "学位", new Code(CodeTable.DEGREE));
    static final Field STATUS = required("status", "人员类别", new Code(CodeTable.MEMBER_STATUS));
    static final Field STANDING = optional("standing", "党籍状态", new Code(CodeTable.STANDING));
    static final Field JOINED_ON = required("joinedOn", "入党日期", new Day()).ofThePast();
    static final Field FULL_ON = optional("fullOn", "转正日期", new Day());
    static final Field CONVERSION = optional("conversion", "转正情况", new Code(CodeTable.CONVERSION));
    static final Field EXTENSION_MONTHS = optional("extensionMonths", "延长预备期（月）", new Whole(6, 12));
    static final Field PARTY_AGE_CORRECTION =
            optional("partyAgeCorrection", "党龄校正值（月）", new Whole(-600, 600));
    static final Field PARTY_AGE_CORRECTION_REASON =
            optional("partyAgeCorrectionReason", "党龄校正原因", new Text(200));
    static final Field ADMISSION_KIND =
            optional("admissionKind", "加入党组织的类别", new Code(CodeTable.ADMISSION_KIND)).ofThePast();

    /** Kept and not edited by hand: the branch that admitted may long be gone. */
    static final Field ADMITTED_IN = optional("admittedIn", "入党时所在党支部", new Reference());

    static final Field JOB_POST = optional("jobPost", "工作岗位", new Code(CodeTable.JOB_POST));
    static final Field STRATUM = optional("stratum", "新的社会阶层", new Code(CodeTable.STRATUM));
    static final Field FRONTLINE = optional("frontline", "一线情况", new Code(CodeTable.FRONTLINE));
    static final Field TECHNICAL_POST =
            optional("technicalPost", "专业技术职务", new Code(CodeTable.TECHNICAL_POST));
    static final Field MIGRANT_WORKER = optional("migrantWorker", "农民工", new Flag());
    static final Field FROM_TAIWAN = optional("fromTaiwan", "台湾省籍", new Flag());
    static final Field HOLDS_OFFICE = optional("holdsOffice", "有职", new Flag());
    static final Field MEMBER_CLASS =
            optional("memberClass", "党员分类", new Code(CodeTable.MEMBER_CLASS));
    static final Field WAY = optional("way", "管理方式", new Code(CodeTable.WAY));
    static final Field FLOATING = optional("floating", "流动党员", new Flag());
    static final Field FLOATING_TO = optional("floatingTo", "外出流向", new Division());

    /** 联系人: whom the branch named to keep in touch with who is away (R-MOB-07). */
    static final Field CONTACT = optional("contact", "联系人", new Text(60));

    /** 流入地党组织: where who is away takes part in organization life, if it is one of this house. */
    static final Field HOST = optional("host", "流入地党组织", new Reference());

    /** The same, of an organization elsewhere: its name as the member told it. */
    static final Field HOST_NAME = optional("hostName", "平台外的流入地党组织", new Text(100));

    static final Field LOST_ON = optional("lostOn", "失去联系日期", new Day());
    static final Field LOST_REASON =
            optional("lostReason", "失去联系情形", new Code(CodeTable.LOST_REASON));
    static final Field MOBILE = optional("mobile", "手机号码", telephone(PhoneNumber::mobile));
    static final Field PHONE = optional("phone", "固定电话", telephone(PhoneNumber::phone));
    static final Field ADDRESS =
            optional("address", "详细地址", new Formed(Address::typed, Address::masked));
    static final Field FILE_KEPT_BY = optional("fileKeptBy", "党员档案管理单位", new Text(100));

    /** What may be edited. */
    static final List<Field> EDITED =
            List.of(
                    ORGANIZATION,
                    PARTY_GROUP,
                    NAME,
                    PINYIN,
                    SEX,
                    CITIZEN_NUMBER,
                    NATION,
                    BORN_ON,
                    NATIVE_PLACE,
                    REGISTERED_PLACE,
                    RESIDENCE,
                    EDUCATION,
                    DEGREE,
                    STATUS,
                    STANDING,
                    JOINED_ON,
                    FULL_ON,
                    CONVERSION,
                    EXTENSION_MONTHS,
                    PARTY_AGE_CORRECTION,
                    PARTY_AGE_CORRECTION_REASON,
                    ADMISSION_KIND,
                    JOB_POST,
                    STRATUM,
                    FRONTLINE,
                    TECHNICAL_POST,
                    MIGRANT_WORKER,
                    FROM_TAIWAN,
                    HOLDS_OFFICE,
                    MEMBER_CLASS,
                    WAY,
                    FLOATING,
                    FLOATING_TO,
                    CONTACT,
                    HOST,
                    HOST_NAME,
                    LOST_ON,
                    LOST_REASON,
                    MOBILE,
                    PHONE,
                    ADDRESS,
                    FILE_KEPT_BY);

    /** What a committee decides or approves (R-REC-04): closed to a branch's own hand. */
    static final List<Field> OF_THE_COMMITTEE =
            List.of(
                    ORGANIZATION,
                    STATUS,
                    STANDING,
                    JOINED_ON,
                    FULL_ON,
                    CONVERSION,
                    EXTENSION_MONTHS,
                    PARTY_AGE_CORRECTION,
                    PARTY_AGE_CORRECTION_REASON);

    private MemberFields() {}

    private static FieldKind telephone(UnaryOperator<String> normal) {
        return new Formed(normal, number -> new PhoneNumber(number).masked());
    }
}
