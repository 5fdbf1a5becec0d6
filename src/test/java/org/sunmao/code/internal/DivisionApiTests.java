package org.sunmao.code.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.code.Codes;
import org.sunmao.code.Division;
import org.sunmao.house.Caller;
import org.sunmao.house.Caller.Answer;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;

import java.util.List;

/** Choosing a division in a form. */
@HouseTest
class DivisionApiTests {

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired Codes codes;

    private Caller officer = new Caller(0);

    @BeforeEach
    void signIn() {
        scopes.system(
                "test",
                scope -> {
                    codes.addDivisions(
                            List.of(
                                    new Division("90", "演示省", null, "test"),
                                    new Division("9001", "演示市", "90", "test"),
                                    new Division("900101", "蔚县", "9001", "test"),
                                    new Division("900102", "蔚东区", "9001", "test"),
                                    new Division("900101100", "蔚𡐓镇", "900101", "test")));
                    return scope;
                });
        var username = village.account(Role.COUNTY_OFFICER, village.county().top(), null);
        officer = new Caller(port).signIn(username, Village.PASSWORD);
    }

    @Test
    void aDivisionIsFoundByAnyPartOfItsNameWithThePathFromTheProvince() {
        var found = officer.get("/api/divisions?q={}", "蔚");

        assertThat(codes(found)).containsExactly("900101", "900102", "900101100");
        assertThat(found.json().get("items").get(2).get("path").asString())
                .isEqualTo("演示省演示市蔚县蔚𡐓镇");
        assertThat(codes(officer.get("/api/divisions?q={}", "𡐓"))).containsExactly("900101100");
        assertThat(codes(officer.get("/api/divisions?q={}", "%"))).isEmpty();
    }

    @Test
    void aDivisionIsFoundByTheBeginningOfItsCode() {
        assertThat(codes(officer.get("/api/divisions?q=9001&limit=3")))
                .containsExactly("9001", "900101", "900102");
        assertThat(codes(officer.get("/api/divisions?q=00101"))).isEmpty();
    }

    @Test
    void divisionsAreOpenedLevelByLevel() {
        assertThat(codes(officer.get("/api/divisions"))).contains("90").doesNotContain("9001");
        assertThat(codes(officer.get("/api/divisions?parent=9001")))
                .containsExactly("900101", "900102");
        assertThat(codes(officer.get("/api/divisions?parent=900101&q={}", "蔚")))
                .containsExactly("900101100");
        assertThat(codes(officer.get("/api/divisions?parent=no"))).isEmpty();
    }

    @Test
    void twentyAreToldAtMostToWhoeverIsSignedIn() {
        for (var query : List.of("limit=0", "limit=21", "limit=x", "q=" + "a".repeat(100))) {
            assertThat(officer.get("/api/divisions?" + query).status()).as(query).isEqualTo(400);
        }
        assertThat(new Caller(port).get("/api/divisions").status()).isEqualTo(401);
        var admin = village.account(Role.SYSTEM_ADMIN, null, null);
        var caller = new Caller(port).signIn(admin, Village.PASSWORD);
        assertThat(caller.get("/api/divisions?q=90").status()).isEqualTo(200);
    }

    private static List<String> codes(Answer answer) {
        return answer.json()
                .get("items")
                .valueStream()
                .map(item -> item.get("code").asString())
                .toList();
    }
}
