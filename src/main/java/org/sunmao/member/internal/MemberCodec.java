package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.member.CitizenNumber;
import org.sunmao.register.Field;
import org.sunmao.register.TimelineTable;
import org.sunmao.vault.Vault;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Between the columns of a profile and the values of its fields: sealed there, in clear here. */
@Component
class MemberCodec implements TimelineTable.Codec {

    /** The sealed fields by the names that are bound to their values. */
    private static final Map<Field, String> SEALED =
            Map.of(
                    MemberFields.CITIZEN_NUMBER, Sealed.CITIZEN_NUMBER,
                    MemberFields.MOBILE, Sealed.MOBILE,
                    MemberFields.PHONE, Sealed.PHONE,
                    MemberFields.ADDRESS, Sealed.ADDRESS);

    private static final String NUMBER_INDEX = "citizen_number_index";
    private static final String MOBILE_INDEX = "mobile_index";
    private static final String TAIL_INDEX = "mobile_tail_index";
    private static final String NUMBER_DIFFERS = "number_differs";

    /** The codes of GB/T 2261.1 that a number tells. */
    private static final String MAN = "1";

    private static final String WOMAN = "2";

    static final List<Field> STORED =
            Stream.concat(MemberFields.EDITED.stream(), Stream.of(MemberFields.ADMITTED_IN))
                    .toList();

    static final List<String> COLUMNS =
            Stream.concat(
                            STORED.stream().map(Field::column),
                            Stream.of(NUMBER_INDEX, MOBILE_INDEX, TAIL_INDEX, NUMBER_DIFFERS))
                    .toList();

    private final Vault vault;

    MemberCodec(Vault vault) {
        this.vault = vault;
    }

    @Override
    public Map<String, @Nullable Object> values(Map<String, @Nullable Object> columns) {
        var values = new HashMap<String, @Nullable Object>();
        for (var field : STORED) {
            values.put(field.name(), value(field, columns.get(field.column())));
        }
        // No correction is the same as a correction by nothing.
        values.replace(MemberFields.PARTY_AGE_CORRECTION.name(), 0, null);
        return values;
    }

    @Override
    public Map<String, @Nullable Object> columns(Map<String, @Nullable Object> values) {
        var columns = new HashMap<String, @Nullable Object>();
        for (var field : STORED) {
            var value = values.get(field.name());
            var sealed = SEALED.get(field);
            columns.put(
                    field.column(),
                    sealed == null || value == null ? value : vault.seal(sealed, value.toString()));
        }
        columns.merge(MemberFields.PARTY_AGE_CORRECTION.column(), 0, (there, _) -> there);
        var number = text(values, MemberFields.CITIZEN_NUMBER);
        var mobile = text(values, MemberFields.MOBILE);
        columns.put(NUMBER_INDEX, index(Sealed.CITIZEN_NUMBER, number));
        columns.put(NUMBER_DIFFERS, differs(number, values));
        columns.put(MOBILE_INDEX, index(Sealed.MOBILE, mobile));
        columns.put(
                TAIL_INDEX,
                index(Sealed.MOBILE_TAIL, mobile == null ? null : new PhoneNumber(mobile).tail()));
        return columns;
    }

    /** The values of some fields; nothing else is opened. */
    Map<String, Object> some(Map<String, @Nullable Object> columns, Collection<Field> fields) {
        var values = new HashMap<String, Object>();
        for (var field : fields) {
            var value = value(field, columns.get(field.column()));
            if (value != null) {
                values.put(field.name(), value);
            }
        }
        values.remove(MemberFields.PARTY_AGE_CORRECTION.name(), 0);
        return values;
    }

    private @Nullable Object value(Field field, @Nullable Object stored) {
        var sealed = SEALED.get(field);
        return sealed == null || !(stored instanceof byte[] bytes)
                ? stored
                : vault.open(sealed, bytes);
    }

    private static boolean differs(@Nullable String number, Map<String, @Nullable Object> values) {
        return number != null
                && values.get(MemberFields.BORN_ON.name()) instanceof LocalDate bornOn
                && values.get(MemberFields.SEX.name()) instanceof String sex
                && differs(number, bornOn, sex);
    }

    /** Whether birth date or sex contradict the number (COD-09). */
    static boolean differs(String number, LocalDate bornOn, String sex) {
        var read = CitizenNumber.of(number);
        return !bornOn.equals(read.bornOn()) || sex.equals(read.ofMan() ? WOMAN : MAN);
    }

    byte @Nullable [] index(String field, @Nullable String clear) {
        return clear == null ? null : vault.blindIndex(field, clear);
    }

    static @Nullable String text(Map<String, @Nullable Object> values, Field field) {
        var value = values.get(field.name());
        return value == null ? null : value.toString();
    }
}
