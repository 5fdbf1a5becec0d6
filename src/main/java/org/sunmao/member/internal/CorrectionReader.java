package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.register.Field;
import org.sunmao.register.FieldKind.Code;
import org.sunmao.register.FieldKind.Fault;
import org.sunmao.register.FieldKind.Flag;
import org.sunmao.register.FieldReader;
import org.sunmao.register.Words;
import org.sunmao.web.InputRefused;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what a member asks to be corrected: a code where the field has codes, else their words. */
@Component
class CorrectionReader {

    private static final int LONGEST_SAYS = 500;
    private static final int LONGEST_PROPOSED = 200;
    private static final int LONGEST_REASON = 300;
    private static final Set<String> NAMES = Set.of("field", "proposed", "says");

    record Request(Field field, @Nullable String proposed, String says) {}

    private final FieldReader reader;

    CorrectionReader(FieldReader reader) {
        this.reader = reader;
    }

    Request read(Map<String, @Nullable Object> sent) {
        var faults = new ArrayList<InputRefused.Place>();
        sent.keySet().stream()
                .filter(name -> !NAMES.contains(name))
                .forEach(name -> faults.add(new InputRefused.Place("/" + name, "没有这一项")));
        var field = FieldReader.find(MemberFields.EDITED, String.valueOf(sent.get("field")));
        if (field.isEmpty()) {
            faults.add(new InputRefused.Place("/field", "请选择哪一项有误"));
        }
        var says = text("/says", sent.get("says"), LONGEST_SAYS, faults);
        var proposed = text("/proposed", sent.get("proposed"), LONGEST_PROPOSED, faults);
        if (says == null && proposed == null && faults.isEmpty()) {
            faults.add(new InputRefused.Place("/proposed", "请填写正确的内容，或说明哪里不对"));
        }
        if (proposed != null && field.isPresent()) {
            check(field.get(), proposed, faults);
        }
        if (!faults.isEmpty()) {
            throw new InputRefused(faults);
        }
        return new Request(field.orElseThrow(), proposed, says == null ? "" : says);
    }

    private void check(Field field, String proposed, List<InputRefused.Place> faults) {
        try {
            if (field.kind() instanceof Code) {
                reader.read(field.kind(), proposed);
            }
            if (field.kind() instanceof Flag && !Set.of("true", "false").contains(proposed)) {
                throw new Fault("请选择是或否");
            }
        } catch (Fault fault) {
            faults.add(new InputRefused.Place("/proposed", fault.reason()));
        }
    }

    private static @Nullable String text(
            String pointer, @Nullable Object typed, int most, List<InputRefused.Place> faults) {
        if (typed == null) {
            return null;
        }
        if (!(typed instanceof String words)) {
            faults.add(new InputRefused.Place(pointer, "格式不对"));
            return null;
        }
        var clean = Words.clean(words);
        if (Words.length(clean) > most) {
            faults.add(new InputRefused.Place(pointer, "过长，请控制在 " + most + " 个字以内"));
        }
        return clean.isEmpty() ? null : clean;
    }

    /** Why a request is refused. */
    static String reason(@Nullable String typed) {
        var clean = typed == null ? "" : Words.clean(typed);
        if (clean.isEmpty()) {
            throw new InputRefused("/reason", "请写明不予更正的理由，党员会看到");
        }
        if (Words.length(clean) > LONGEST_REASON) {
            throw new InputRefused("/reason", "过长，请控制在 " + LONGEST_REASON + " 个字以内");
        }
        return clean;
    }
}
