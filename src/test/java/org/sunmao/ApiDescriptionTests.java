package org.sunmao;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;
import org.sunmao.house.HouseTest;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The described interfaces are the real ones. {@code ./mvnw test -Dtest=ApiDescriptionTests
 * -Dopenapi.write} writes the file anew; the difference is then read like any other change.
 */
@HouseTest
class ApiDescriptionTests {

    private static final Path FILE = Path.of("docs/generated/openapi.json");

    @Autowired WebApplicationContext context;

    @Test
    void theDescriptionInTheRepositoryIsThatOfTheProgram() throws Exception {
        var described = describe();
        if (System.getProperty("openapi.write") != null) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, described);
        }
        assertThat(Files.readString(FILE)).isEqualTo(described);
    }

    private String describe() throws Exception {
        var http = MockMvcTester.from(context);
        var answer =
                http.get().uri("/v3/api-docs").exchange().getResponse().getContentAsByteArray();
        var json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        var tree = (ObjectNode) json.readTree(answer);
        tree.remove("servers");
        return json.writeValueAsString(tree) + "\n";
    }
}
