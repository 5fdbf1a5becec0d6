package org.sunmao.organization.internal;

import org.sunmao.register.Column;
import org.sunmao.register.Field;
import org.sunmao.register.FieldKind.Formed;
import org.sunmao.register.FieldKind.Reference;

import java.util.List;

/** Posts and who holds them as rosters and lists know them. */
final class OfficerListing {

    static final Field ORGANIZATION = Field.required("organization", "党组织", new Reference());

    /** Whose post it is where the name alone does not tell; the member's register reads it. */
    static final Field CITIZEN_NUMBER =
            Field.optional("citizenNumber", "公民身份号码", new Formed(n -> n, OfficerListing::masked));

    static final List<Column> COLUMNS =
            List.of(
                    Column.of(ORGANIZATION, "所在党组织"),
                    Column.of(PostFields.KIND),
                    Column.of(PostFields.NAME),
                    Column.of(CITIZEN_NUMBER, "身份证号", "身份证号码").kept(),
                    Column.of(PostFields.APPOINTMENT),
                    Column.of(PostFields.FROM, "任职日期", "任职时间"),
                    Column.of(PostFields.TO, "卸任时间"),
                    Column.of(PostFields.APPROVED_ON),
                    Column.of(PostFields.APPROVAL_NUMBER),
                    Column.of(PostFields.END_REASON),
                    Column.of(PostFields.NOTE));

    private static final int SHOWN_AHEAD = 3;
    private static final int SHOWN_BEHIND = 4;

    private OfficerListing() {}

    private static String masked(String number) {
        var hidden = number.length() - SHOWN_AHEAD - SHOWN_BEHIND;
        return hidden <= 0
                ? "*".repeat(number.length())
                : number.substring(0, SHOWN_AHEAD)
                        + "*".repeat(hidden)
                        + number.substring(number.length() - SHOWN_BEHIND);
    }
}
