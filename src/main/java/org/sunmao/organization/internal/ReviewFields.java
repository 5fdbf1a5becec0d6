package org.sunmao.organization.internal;

import org.sunmao.register.Field;
import org.sunmao.register.FieldKind.Day;
import org.sunmao.register.FieldKind.Fault;
import org.sunmao.register.FieldKind.Formed;
import org.sunmao.register.FieldKind.Text;

import java.util.List;
import java.util.Map;

/** The fields of a review of a temporary branch. */
final class ReviewFields {

    static final String CONTINUE = "continue";
    static final String END = "end";

    /** What may come of it, each with its word. */
    static final Map<String, String> RESULTS = Map.of(CONTINUE, "任务还没有完成，继续保留", END, "任务已经完成，应当撤销");

    static final Field ON = Field.required("on", "检查日期", new Day());
    static final Field RESULT =
            Field.required("result", "检查结论", new Formed(ReviewFields::known, RESULTS::get));
    static final Field NOTE = Field.optional("note", "检查情况", new Text(500));
    static final Field REASON = Field.required("reason", "撤回的原因", new Text(200));

    static final List<Field> ENTERED = List.of(ON, RESULT, NOTE);
    static final List<Field> WITHDRAWN = List.of(REASON);

    private ReviewFields() {}

    private static String known(String typed) {
        if (!RESULTS.containsKey(typed)) {
            throw new Fault("请选择继续保留，或者应当撤销");
        }
        return typed;
    }
}
