package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.member.MemberId;
import org.sunmao.member.NewMember;
import org.sunmao.member.Status;
import org.sunmao.register.Change;
import org.sunmao.register.Field;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The values of a member's fields: what follows from one another, and as a new member. */
final class MemberValues {

    private MemberValues() {}

    /**
     * What the values sent say without saying it: nobody is asked twice for one thing.
     *
     * @param named the name that stands where none is sent
     */
    static Change complete(Change change, String named) {
        var values = new HashMap<String, @Nullable Object>(change.values());
        var name = values.getOrDefault("name", named);
        // A new name, or a reading that was cleared, is read anew unless a reading is set with it.
        if ((values.containsKey("name") || values.containsKey("pinyin"))
                && values.get("pinyin") == null) {
            values.put("pinyin", Reading.of(String.valueOf(name)).pinyin());
        }
        values.replace("standing", null, "normal");
        values.replace("partyAgeCorrection", 0, null);
        if (values.containsKey("partyAgeCorrection") && values.get("partyAgeCorrection") == null) {
            values.put("partyAgeCorrectionReason", null);
        }
        if (Boolean.FALSE.equals(values.get("floating"))) {
            values.put("floatingTo", null);
            values.put("contact", null);
            values.put("host", null);
            values.put("hostName", null);
        }
        // There is one host, here or elsewhere.
        if (values.get("host") != null) {
            values.putIfAbsent("hostName", null);
        } else if (values.get("hostName") != null) {
            values.putIfAbsent("host", null);
        }
        // A group is a part of the branch that is left.
        if (values.get("organization") != null) {
            values.putIfAbsent("partyGroup", null);
        }
        return new Change(values, change.effectiveOn(), change.correction());
    }

    static NewMember member(Map<String, @Nullable Object> values, LocalDate since) {
        return new NewMember(
                MemberId.next(),
                uuid(values, MemberFields.ORGANIZATION),
                since,
                required(values, MemberFields.NAME),
                required(values, MemberFields.SEX),
                required(values, MemberFields.CITIZEN_NUMBER),
                required(values, MemberFields.NATION),
                Objects.requireNonNull(day(values, MemberFields.BORN_ON)),
                text(values, MemberFields.NATIVE_PLACE),
                text(values, MemberFields.REGISTERED_PLACE),
                text(values, MemberFields.RESIDENCE),
                text(values, MemberFields.EDUCATION),
                text(values, MemberFields.DEGREE),
                status(values),
                Objects.requireNonNullElse(text(values, MemberFields.STANDING), "normal"),
                Objects.requireNonNull(day(values, MemberFields.JOINED_ON)),
                day(values, MemberFields.FULL_ON),
                text(values, MemberFields.CONVERSION),
                (Integer) values.get(MemberFields.EXTENSION_MONTHS.name()),
                text(values, MemberFields.ADMISSION_KIND),
                null,
                text(values, MemberFields.JOB_POST),
                text(values, MemberFields.STRATUM),
                text(values, MemberFields.FRONTLINE),
                text(values, MemberFields.TECHNICAL_POST),
                flag(values, MemberFields.MIGRANT_WORKER),
                flag(values, MemberFields.FROM_TAIWAN),
                text(values, MemberFields.MOBILE),
                text(values, MemberFields.PHONE),
                text(values, MemberFields.ADDRESS),
                day(values, MemberFields.LOST_ON),
                text(values, MemberFields.LOST_REASON),
                flag(values, MemberFields.FLOATING),
                text(values, MemberFields.FLOATING_TO),
                text(values, MemberFields.CONTACT),
                text(values, MemberFields.FILE_KEPT_BY),
                flag(values, MemberFields.HOLDS_OFFICE),
                text(values, MemberFields.MEMBER_CLASS),
                text(values, MemberFields.WAY),
                Objects.requireNonNullElse(
                        (Integer) values.get(MemberFields.PARTY_AGE_CORRECTION.name()), 0),
                text(values, MemberFields.PARTY_AGE_CORRECTION_REASON),
                text(values, MemberFields.PINYIN),
                (UUID) values.get(MemberFields.PARTY_GROUP.name()),
                (UUID) values.get(MemberFields.HOST.name()),
                text(values, MemberFields.HOST_NAME));
    }

    private static Status status(Map<String, @Nullable Object> values) {
        var full = Status.FULL.code().equals(values.get(MemberFields.STATUS.name()));
        return full ? Status.FULL : Status.PROBATIONARY;
    }

    private static UUID uuid(Map<String, @Nullable Object> values, Field field) {
        return (UUID) Objects.requireNonNull(values.get(field.name()));
    }

    private static boolean flag(Map<String, @Nullable Object> values, Field field) {
        return Boolean.TRUE.equals(values.get(field.name()));
    }

    private static @Nullable LocalDate day(Map<String, @Nullable Object> values, Field field) {
        return (LocalDate) values.get(field.name());
    }

    private static String required(Map<String, @Nullable Object> values, Field field) {
        return Objects.requireNonNull(text(values, field));
    }

    private static @Nullable String text(Map<String, @Nullable Object> values, Field field) {
        return MemberCodec.text(values, field);
    }
}
