package org.sunmao.organization.internal;

import org.sunmao.code.CodeTable;
import org.sunmao.organization.CreditCode;
import org.sunmao.register.Field;
import org.sunmao.register.FieldKind.Code;
import org.sunmao.register.FieldKind.Division;
import org.sunmao.register.FieldKind.Fault;
import org.sunmao.register.FieldKind.Formed;
import org.sunmao.register.FieldKind.Reference;
import org.sunmao.register.FieldKind.Text;
import org.sunmao.register.FieldKind.Whole;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The fields of a body. */
final class BodyFields {

    private static final int MOST_PEOPLE = 1_000_000;

    static final Field PARENT = Field.optional("parent", "上级单位", new Reference());
    static final Field ORGANIZATION = Field.required("organization", "归口党组织", new Reference());
    static final Field NAME = Field.required("name", "单位名称", new Text(100));
    static final Field KIND = Field.required("kind", "单位类别", new Code(CodeTable.BODY_KIND));
    static final Field FIELD = Field.required("field", "所属领域", new Code(CodeTable.FIELD));
    static final Field DIVISION = Field.optional("division", "所在行政区划", new Division());
    static final Field CREDIT_CODE =
            Field.optional(
                    "creditCode",
                    "统一社会信用代码",
                    new Formed(BodyFields::creditCode, UnaryOperator.identity()));

    static final Field HEADCOUNT = Field.optional("headcount", "职工人数", new Whole(0, MOST_PEOPLE));

    static final List<Field> ALL =
            List.of(PARENT, ORGANIZATION, NAME, KIND, FIELD, DIVISION, CREDIT_CODE, HEADCOUNT);

    /** Not a field of the form: told in the history when a link is made or ended. */
    static final Field ORGANIZATIONS = Field.optional("organizations", "党组织", new Text(200));

    static final List<Field> TOLD = Stream.concat(ALL.stream(), Stream.of(ORGANIZATIONS)).toList();

    private BodyFields() {}

    private static String creditCode(String typed) {
        var code = CreditCode.of(typed);
        if (!code.wellFormed()) {
            throw new Fault("统一社会信用代码是 18 位数字或大写字母，不含 I、O、S、V、Z，请核对");
        }
        if (!code.valid()) {
            throw new Fault("统一社会信用代码的校验码不对，请核对每一位");
        }
        return code.value();
    }
}
