package org.sunmao.tally.internal;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Reads how codes are drawn together, {@code tally/groups.yaml}, once, at the start. */
@Component
class Groups {

    /** Codes that are counted as one. */
    record Group(String key, String label, List<String> codes) {

        String choice() {
            return String.join(",", codes);
        }
    }

    private record Book(List<Group> occupations, List<Group> education) {}

    private final Book book;

    Groups() throws IOException {
        try (var in = new ClassPathResource("tally/groups.yaml").getInputStream()) {
            this.book = new YAMLMapper().readValue(in, Book.class);
        }
    }

    List<Group> occupations() {
        return book.occupations();
    }

    List<Group> education() {
        return book.education();
    }

    /** Codes that stand in none of them. */
    static String others(List<Group> groups) {
        return groups.stream().map(Group::choice).collect(Collectors.joining(",", "!", ""));
    }
}
