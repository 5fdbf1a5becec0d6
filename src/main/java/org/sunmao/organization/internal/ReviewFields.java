package org.sunmao.organization.internal;

import org.sunmao.code.CodeTable;
import org.sunmao.register.Field;
import org.sunmao.register.FieldKind.Code;
import org.sunmao.register.FieldKind.Day;
import org.sunmao.register.FieldKind.Text;

import java.util.List;

/** The fields of a review of a temporary branch. */
final class ReviewFields {

    static final Field ON = Field.required("on", "检查日期", new Day());
    static final Field RESULT = Field.required("result", "检查结论", new Code(CodeTable.REVIEW_RESULT));
    static final Field NOTE = Field.optional("note", "检查情况", new Text(500));
    static final Field REASON = Field.required("reason", "撤回的原因", new Text(200));

    static final List<Field> ENTERED = List.of(ON, RESULT, NOTE);
    static final List<Field> WITHDRAWN = List.of(REASON);

    private ReviewFields() {}
}
