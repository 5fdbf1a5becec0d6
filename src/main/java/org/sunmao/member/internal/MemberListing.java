package org.sunmao.member.internal;

import org.sunmao.register.Column;

import java.util.List;

/** Members as rosters and lists know them: the columns, in the order of the paper form. */
final class MemberListing {

    static final List<Column> COLUMNS =
            List.of(
                    Column.of(MemberFields.NAME),
                    Column.of(MemberFields.CITIZEN_NUMBER, "身份证号", "身份证号码").kept(),
                    Column.of(MemberFields.SEX),
                    Column.of(MemberFields.NATION),
                    Column.of(MemberFields.BORN_ON, "出生年月"),
                    Column.of(MemberFields.EDUCATION),
                    Column.of(MemberFields.DEGREE),
                    Column.of(MemberFields.STATUS),
                    Column.of(MemberFields.ORGANIZATION, "所在党支部", "党支部"),
                    Column.of(MemberFields.JOINED_ON, "入党时间"),
                    Column.of(MemberFields.FULL_ON, "转正时间"),
                    Column.of(MemberFields.CONVERSION),
                    Column.of(MemberFields.EXTENSION_MONTHS),
                    Column.of(MemberFields.ADMISSION_KIND),
                    Column.of(MemberFields.JOB_POST),
                    Column.of(MemberFields.MOBILE, "手机号", "联系电话").kept(),
                    Column.of(MemberFields.PHONE).kept(),
                    Column.of(MemberFields.ADDRESS, "家庭住址").kept(),
                    Column.of(MemberFields.NATIVE_PLACE),
                    Column.of(MemberFields.REGISTERED_PLACE),
                    Column.of(MemberFields.RESIDENCE),
                    Column.of(MemberFields.STRATUM),
                    Column.of(MemberFields.FRONTLINE),
                    Column.of(MemberFields.TECHNICAL_POST),
                    Column.of(MemberFields.MIGRANT_WORKER, "是否农民工"),
                    Column.of(MemberFields.FROM_TAIWAN, "是否台湾省籍"),
                    Column.of(MemberFields.STANDING),
                    Column.of(MemberFields.LOST_ON),
                    Column.of(MemberFields.LOST_REASON),
                    Column.of(MemberFields.FLOATING, "是否流动党员"),
                    Column.of(MemberFields.FLOATING_TO),
                    Column.of(MemberFields.HOLDS_OFFICE),
                    Column.of(MemberFields.MEMBER_CLASS),
                    Column.of(MemberFields.WAY),
                    Column.of(MemberFields.PARTY_AGE_CORRECTION),
                    Column.of(MemberFields.PARTY_AGE_CORRECTION_REASON),
                    Column.of(MemberFields.FILE_KEPT_BY),
                    Column.of(MemberFields.PINYIN, "拼音"));

    private MemberListing() {}
}
