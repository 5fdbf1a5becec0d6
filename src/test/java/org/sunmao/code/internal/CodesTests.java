package org.sunmao.code.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.sunmao.access.Scopes;
import org.sunmao.code.CodeEntry;
import org.sunmao.code.CodeTable;
import org.sunmao.code.Codes;
import org.sunmao.code.Division;
import org.sunmao.code.Place;
import org.sunmao.house.HouseTest;

import java.util.HashMap;
import java.util.List;

/** The tables of codes as other modules ask for them. */
@HouseTest
class CodesTests {

    @Autowired Codes codes;
    @Autowired Scopes scopes;

    @Test
    void entriesStandInTheOrderOfTheTableWithTheirOtherNames() {
        var nations = codes.entries(CodeTable.NATION);

        assertThat(nations).hasSize(56);
        assertThat(nations.getFirst()).isEqualTo(new CodeEntry("01", "汉族", true, List.of("汉")));
        assertThat(codes.entries(CodeTable.EDUCATION).getFirst().selectable()).isFalse();
        assertThat(codes.selectable(CodeTable.EDUCATION, "20")).isFalse();
        assertThat(codes.selectable(CodeTable.EDUCATION, "21")).isTrue();
        assertThat(codes.label(CodeTable.NATION, "99")).isEqualTo("99");
    }

    /** COD-02: a word that could mean two codes means none. */
    @Test
    void noWordOfATableMeansTwoCodes() {
        for (var table : CodeTable.values()) {
            var meant = new HashMap<String, String>();
            for (var entry : codes.entries(table)) {
                assertThat(meant.put(entry.label(), entry.code())).as(entry.label()).isNull();
            }
            for (var entry : codes.entries(table)) {
                for (var word : entry.also()) {
                    assertThat(meant.put(word, entry.code())).as(word).isNull();
                }
            }
        }
    }

    @Test
    void placesAreFoundByNameWithThoseTheyLieIn() {
        scopes.system(
                "test",
                scope -> {
                    codes.addDivisions(
                            List.of(
                                    new Division("92", "寻省", null, "test"),
                                    new Division("9201", "寻市", "92", "test"),
                                    new Division("920101", "寻𡐓县", "9201", "test")));
                    return scope;
                });

        assertThat(codes.placesCalled(List.of("寻𡐓县", "寻省", "没有")))
                .containsExactly(
                        new Place("92", "寻省", List.of()),
                        new Place("920101", "寻𡐓县", List.of("寻市", "寻省")));
        assertThat(new Place("920101", "寻𡐓县", List.of("寻市", "寻省")).path()).isEqualTo("寻省寻市寻𡐓县");
        assertThat(codes.placesCalled(List.of())).isEmpty();
    }
}
