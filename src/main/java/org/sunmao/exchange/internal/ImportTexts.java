package org.sunmao.exchange.internal;

import org.springframework.stereotype.Component;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;

/** What an import keeps as JSON: lists that are only ever read whole. */
@Component
class ImportTexts {

    /** A value of a coded field that no code is known for, and in how many rows it stands. */
    record Unmapped(String field, String text, int rows) {}

    private static final TypeReference<List<Heading>> HEADINGS = new TypeReference<>() {};
    private static final TypeReference<List<Notice>> NOTICES = new TypeReference<>() {};
    private static final TypeReference<List<Unmapped>> UNMAPPED = new TypeReference<>() {};
    private static final TypeReference<List<String>> SETTLED = new TypeReference<>() {};

    private final JsonMapper json;

    ImportTexts(JsonMapper json) {
        this.json = json;
    }

    String write(List<?> list) {
        return json.writeValueAsString(list);
    }

    List<Heading> headings(RosterImport one) {
        return json.readValue(one.headings(), HEADINGS);
    }

    List<Notice> notices(RosterImport one) {
        return json.readValue(one.notices(), NOTICES);
    }

    List<Unmapped> unmapped(RosterImport one) {
        return json.readValue(one.unmapped(), UNMAPPED);
    }

    /** The kinds of warnings that were confirmed, as {@code code/field}. */
    List<String> settled(RosterImport one) {
        return json.readValue(one.settled(), SETTLED);
    }
}
