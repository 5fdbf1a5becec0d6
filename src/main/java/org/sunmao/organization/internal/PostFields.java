package org.sunmao.organization.internal;

import static org.sunmao.register.Timeline.OPEN;

import org.jspecify.annotations.Nullable;
import org.sunmao.code.CodeTable;
import org.sunmao.organization.internal.Post.Approval;
import org.sunmao.register.Field;
import org.sunmao.register.FieldKind.Code;
import org.sunmao.register.FieldKind.Day;
import org.sunmao.register.FieldKind.Reference;
import org.sunmao.register.FieldKind.Text;
import org.sunmao.web.InputRefused;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The fields of a post, and a post as their values. */
final class PostFields {

    static final Field KIND = Field.required("kind", "职务", new Code(CodeTable.POST_KIND));
    static final Field MEMBER = Field.optional("member", "党员", new Reference());
    static final Field NAME = Field.optional("name", "姓名", new Text(60));
    static final Field APPOINTMENT =
            Field.required("appointment", "任职方式", new Code(CodeTable.APPOINTMENT));
    static final Field FROM = Field.required("from", "任职开始日期", new Day());
    static final Field TO = Field.optional("to", "卸任日期", new Day());
    static final Field APPROVED_ON = Field.optional("approval/on", "批复日期", new Day());
    static final Field APPROVAL_NUMBER = Field.optional("approval/number", "批复文号", new Text(60));
    static final Field END_REASON = Field.optional("endReason", "卸任原因", new Text(100));
    static final Field NOTE = Field.optional("note", "备注", new Text(200));

    static final List<Field> ALL =
            List.of(
                    KIND,
                    MEMBER,
                    NAME,
                    APPOINTMENT,
                    FROM,
                    TO,
                    APPROVED_ON,
                    APPROVAL_NUMBER,
                    END_REASON,
                    NOTE);

    /** What is added to a post in time; the others change only if they were wrong. */
    static final List<Field> ADDED = List.of(TO, END_REASON, APPROVED_ON, APPROVAL_NUMBER, NOTE);

    private static final String APPROVAL = "approval";

    private PostFields() {}

    /** What was sent, with the approval as two fields. */
    static Map<String, @Nullable Object> flat(Map<String, @Nullable Object> sent) {
        if (!sent.containsKey(APPROVAL)) {
            return sent;
        }
        var flat = new HashMap<String, @Nullable Object>(sent);
        switch (flat.remove(APPROVAL)) {
            case null -> {
                flat.put(APPROVED_ON.name(), null);
                flat.put(APPROVAL_NUMBER.name(), null);
            }
            case Map<?, ?> approval ->
                    approval.forEach((name, value) -> flat.put(APPROVAL + "/" + name, value));
            default -> throw new InputRefused("/approval", "格式不对");
        }
        return flat;
    }

    static Map<String, @Nullable Object> values(Post post) {
        var approval = post.approval();
        var values = new HashMap<String, @Nullable Object>();
        values.put(KIND.name(), post.kind().code());
        values.put(MEMBER.name(), post.member());
        values.put(NAME.name(), post.name());
        values.put(APPOINTMENT.name(), post.appointment());
        values.put(FROM.name(), post.from());
        values.put(TO.name(), post.open() ? null : post.to());
        values.put(APPROVED_ON.name(), approval == null ? null : approval.on());
        values.put(APPROVAL_NUMBER.name(), approval == null ? null : approval.number());
        values.put(END_REASON.name(), post.endReason());
        values.put(NOTE.name(), post.note());
        return values;
    }

    /** The post with these values; a number of an approval needs its day. */
    static Post post(
            UUID id, int version, UUID organization, Map<String, @Nullable Object> values) {
        var to = (LocalDate) values.get(TO.name());
        var approvedOn = (LocalDate) values.get(APPROVED_ON.name());
        var number = text(values, APPROVAL_NUMBER);
        if (approvedOn == null && number != null) {
            throw new InputRefused(APPROVED_ON.pointer(), "填了批复文号，请同时填写批复日期");
        }
        if (to == null && values.get(END_REASON.name()) != null) {
            throw new InputRefused(TO.pointer(), "填了卸任原因，请同时填写卸任日期");
        }
        return new Post(
                id,
                version,
                organization,
                PostKind.of(Objects.requireNonNull(text(values, KIND))),
                (UUID) values.get(MEMBER.name()),
                Objects.requireNonNull(text(values, NAME)),
                Objects.requireNonNull(text(values, APPOINTMENT)),
                (LocalDate) Objects.requireNonNull(values.get(FROM.name())),
                to == null ? OPEN : to,
                approvedOn == null ? null : new Approval(approvedOn, number),
                text(values, END_REASON),
                text(values, NOTE));
    }

    static @Nullable String text(Map<String, @Nullable Object> values, Field field) {
        return (String) values.get(field.name());
    }
}
