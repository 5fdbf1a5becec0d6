package org.sunmao.exchange.internal;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The headings of the national system by our fields: data, and unconfirmed until compared. */
@Component
class NationalForm {

    record Form(boolean confirmed, String source, List<Heading> columns) {

        /** The heading that a field of ours has there, if it has one. */
        Optional<String> heading(String field) {
            return columns.stream()
                    .filter(one -> one.field().equals(field))
                    .map(Heading::heading)
                    .findFirst();
        }
    }

    record Heading(String heading, String field) {}

    private static final TypeReference<Map<String, Form>> FORMS = new TypeReference<>() {};

    private final Map<String, Form> forms;

    NationalForm() throws IOException {
        try (var in = new ClassPathResource("exchange/national.yaml").getInputStream()) {
            this.forms = Map.copyOf(new YAMLMapper().readValue(in, FORMS));
        }
    }

    Optional<Form> of(String kind) {
        return Optional.ofNullable(forms.get(kind));
    }
}
