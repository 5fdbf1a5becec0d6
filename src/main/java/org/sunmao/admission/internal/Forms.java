package org.sunmao.admission.internal;

import org.springframework.stereotype.Component;
import org.sunmao.admission.internal.Catalogue.Field;
import org.sunmao.admission.internal.Catalogue.Option;

import java.util.Map;
import java.util.stream.Collectors;

/** Reads what the form of a step asks for besides what the process knows. */
@Component
class Forms {

    private static final int MOST = 100_000;

    private final Catalogue catalogue;

    Forms(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * All that was filled in.
     *
     * @throws org.sunmao.web.InputRefused with every field that is missing or cannot be
     */
    Map<String, Object> read(StepCode code, Told told) {
        var fields = catalogue.entry(code.code()).fields();
        for (var field : fields) {
            if (!told.read(field.key())) {
                read(field, told);
            }
            if (field.required() && !told.read(field.key())) {
                told.missing(field.key(), "请填写“" + field.label() + "”");
            }
        }
        told.only(fields.stream().map(Field::key).collect(Collectors.toSet()));
        told.refuse();
        return told.kept();
    }

    private static void read(Field field, Told told) {
        var key = field.key();
        switch (field.kind()) {
            case TEXT, WORDS -> told.text(key);
            case DAY -> told.day(key);
            case NUMBER -> told.number(key, MOST);
            case YES -> told.yes(key);
            case CHOICE ->
                    told.choice(
                            key,
                            field.options().stream().map(Option::code).collect(Collectors.toSet()));
            case MEMBERS, MEMBER -> told.ids(key);
            case FILE -> {}
        }
    }
}
