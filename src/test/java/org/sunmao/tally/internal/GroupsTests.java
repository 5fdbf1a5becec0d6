package org.sunmao.tally.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The book of groups says of each code what it is counted as, once. */
class GroupsTests {

    @Test
    void everyPostIsOfOneOccupationButForThoseKnownToHaveNone() throws IOException {
        var grouped = codes(new Groups().occupations());

        assertThat(grouped).doesNotHaveDuplicates();
        var left = new ArrayList<>(stored("jobPost"));
        left.removeAll(grouped);
        assertThat(left).containsExactly("2");
        assertThat(stored("jobPost")).containsAll(grouped);
    }

    @Test
    void everyEducationIsOfOneGradeButForThoseKnownToHaveNone() throws IOException {
        var groups = codes(new Groups().education());

        assertThat(groups).doesNotHaveDuplicates();
        var left = new ArrayList<>(stored("education"));
        left.removeIf(code -> groups.contains(code.charAt(0) + "0"));
        assertThat(left).containsExactly("90");
    }

    private static List<String> codes(List<Groups.Group> groups) {
        return groups.stream().flatMap(group -> group.codes().stream()).toList();
    }

    private static List<String> stored(String table) throws IOException {
        try (var in = new ClassPathResource("codes.yaml").getInputStream()) {
            JsonNode codes = new YAMLMapper().readTree(in).get(table).get("codes");
            return codes.valueStream()
                    .filter(code -> !code.has("selectable"))
                    .map(code -> code.get("code").asString())
                    .toList();
        }
    }
}
