package org.sunmao.simulation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class PlanTests {

    private static final Plan PLAN = Made.PLAN;

    @Test
    void everyCodeOfThePlanIsInTheCodeTables() throws IOException {
        known("nation", PLAN.nations().words().stream());
        known("lostReason", PLAN.lostReasons().words().stream());
        known("admissionKind", PLAN.admissionKinds().words().stream());
        known(
                "education",
                PLAN.schoolings().values().stream()
                        .flatMap(rows -> rows.stream())
                        .flatMap(row -> row.codes().words().stream()));
        known("degree", words(PLAN.degrees()));
        known("stratum", words(PLAN.strata()));
        known("frontline", words(PLAN.frontlines()));
        known("technicalPost", words(PLAN.technicalPosts()));
        known("jobPost", PLAN.profiles().values().stream().flatMap(p -> p.jobs().words().stream()));
        known("jobPost", PLAN.migrantJobs().stream());
        known("organizationKind", PLAN.units().stream().map(Plan.Unit::kind));
        known("field", PLAN.units().stream().map(Plan.Unit::field));
        known("bodyKind", PLAN.units().stream().map(Plan.Unit::body).filter(b -> b != null));
    }

    @Test
    void everyProfileOfAUnitIsThere() {
        assertThat(PLAN.units().stream().map(Plan.Unit::profile).filter(p -> p != null))
                .allSatisfy(key -> assertThat(PLAN.profile(String.valueOf(key))).isNotNull());
        assertThatThrownBy(() -> PLAN.profile("nobody")).hasMessageContaining("nobody");
    }

    @Test
    void weightsAreDrawnInProportion() {
        var weights = new Weights(Map.of("often", 3.0, "seldom", 1.0));
        var dice = Dice.of(1);
        var often = 0;
        for (var i = 0; i < 10_000; i++) {
            often += weights.draw(dice).equals("often") ? 1 : 0;
        }
        assertThat(often).isBetween(7_300, 7_700);
        assertThat(weights.share("seldom")).isEqualTo(.25);
    }

    private static Stream<String> words(Map<String, Weights> weights) {
        return weights.values().stream()
                .flatMap(of -> of.words().stream())
                .filter(word -> !word.equals("none"));
    }

    private static void known(String table, Stream<String> codes) throws IOException {
        assertThat(codes).as(table).isNotEmpty().isSubsetOf(codes(table));
    }

    private static Set<String> codes(String table) throws IOException {
        try (var in = PlanTests.class.getResourceAsStream("/codes.yaml")) {
            return new YAMLMapper()
                    .readTree(in)
                    .get(table)
                    .get("codes")
                    .valueStream()
                    .filter(code -> code.path("selectable").asBoolean(true))
                    .map(code -> code.get("code"))
                    .map(JsonNode::asString)
                    .collect(Collectors.toSet());
        }
    }
}
