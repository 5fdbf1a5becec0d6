package org.sunmao.organization.internal;

import org.sunmao.register.Field;
import org.sunmao.register.FieldKind.Day;
import org.sunmao.register.FieldKind.Text;
import org.sunmao.register.FieldKind.Whole;

import java.util.List;

/** The fields of a term. */
final class TermFields {

    static final Field BEGINS = Field.required("begins", "本届开始日期", new Day());
    static final Field YEARS =
            Field.optional("years", "任期（年）", new Whole(TermRules.LEAST, TermRules.MOST));

    /** A day of the future, so it is read as words and then by {@link TermEditing}. */
    static final Field DUE = Field.optional("due", "延期至", new Text(10));

    static final Field ENDS = Field.optional("ends", "换届日期", new Day());

    static final List<Field> ENTERED =
            List.of(BEGINS, YEARS, PostFields.APPROVED_ON, PostFields.APPROVAL_NUMBER);
    static final List<Field> CHANGED =
            List.of(BEGINS, DUE, ENDS, PostFields.APPROVED_ON, PostFields.APPROVAL_NUMBER);

    private TermFields() {}
}
