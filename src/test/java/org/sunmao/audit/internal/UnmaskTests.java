package org.sunmao.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Numbers are hidden from every role; today's holder sees one, with a reason the person reads. */
@HouseTest
@Proves("PRV-10")
@Import(Log.class)
class UnmaskTests {

    private static final String CLEAR = "\\b\\d{17}[\\dX]\\b|10012345678|一组 8 号";

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired Log log;

    private County county = new County(UUID.randomUUID(), List.of());
    private UUID branch = UUID.randomUUID();
    private UUID zhang = UUID.randomUUID();

    @BeforeEach
    void build() {
        county = village.county();
        var first = county.townships().getFirst().branches().getFirst();
        branch = first.id();
        zhang = first.members().getFirst();
    }

    @Test
    void noRoleFindsAWholeNumberInAPageOrAList() {
        for (var role : Role.values()) {
            if (!role.administrates()) {
                var member = role == Role.MEMBER ? zhang : null;
                var caller = caller(role, role == Role.MEMBER ? branch : county.top(), member);
                for (var path :
                        List.of(
                                "/api/members?limit=200",
                                "/api/members/" + zhang,
                                "/api/members/" + zhang + "/history",
                                "/api/members/" + zhang + "/posts",
                                "/api/posts")) {
                    assertThat(caller.get(path).response().body())
                            .as("%s for %s", path, role)
                            .doesNotContainPattern(CLEAR);
                }
            }
        }
    }

    @Test
    void theHolderSeesTheFieldsAskedForAndThePersonReadsWhy() {
        var username = village.account(Role.SECRETARY, branch, null);
        var secretary = new Caller(port).signIn(username, Village.PASSWORD);
        var answer = unmask(secretary, List.of("citizenNumber", "mobile"), "contact", "通知党员大会");

        assertThat(answer.status()).isEqualTo(200);
        var values = answer.json().get("values");
        assertThat(values.get("citizenNumber").asString()).matches("000000\\d{11}[\\dX]");
        assertThat(values.get("mobile").asString()).isEqualTo("10012345678");
        assertThat(values.get("address")).isNull();
        assertThat(answer.json().get("seconds").asInt()).isEqualTo(60);
        assertThat(log.by(username))
                .singleElement()
                .satisfies(line -> assertThat(line.level()).isEqualTo("S3"));

        var item =
                caller(Role.MEMBER, branch, zhang)
                        .get("/api/mine/readings")
                        .json()
                        .get("items")
                        .get(0);
        assertThat(item.get("action").asString()).isEqualTo("查看完整号码");
        assertThat(item.get("what").asString()).isEqualTo("公民身份号码、手机号码");
        assertThat(item.get("reason").asString()).isEqualTo("联系本人：通知党员大会");
    }

    @Test
    void withoutAReasonOrForAnotherFieldNothingIsShown() {
        var secretary = caller(Role.SECRETARY, branch, null);

        assertThat(unmask(secretary, List.of("mobile"), "contact", "电话").status()).isEqualTo(400);
        assertThat(unmask(secretary, List.of("mobile"), "any", "通知党员大会").status()).isEqualTo(400);
        assertThat(unmask(secretary, List.of("name"), "other", "通知党员大会").status()).isEqualTo(400);
        assertThat(unmask(secretary, List.of(), "other", "通知党员大会").status()).isEqualTo(400);
    }

    @Test
    void whoDoesNotHoldThePersonTodayOrHasNoRightSeesNothing() {
        var west = county.townships().getLast();
        var foreign = caller(Role.TOWNSHIP_OFFICER, west.top(), null);
        var supervisor = caller(Role.SUPERVISOR, county.top(), null);
        var formerly = village.account(Role.SECRETARY, branch, null);
        var former = new Caller(port).signIn(formerly, Village.PASSWORD);
        var version = former.get("/api/members/{}", zhang).json().get("version").asInt();
        var moved =
                caller(Role.COUNTY_OFFICER, county.top(), null)
                        .patch(
                                "/api/members/" + zhang,
                                version,
                                Map.of("organization", west.branches().getFirst().id().toString()));
        assertThat(moved.status()).as(moved.response().body()).isEqualTo(200);

        assertThat(unmask(supervisor, List.of("mobile"), "contact", "通知党员大会").status())
                .isEqualTo(403);
        assertThat(unmask(former, List.of("mobile"), "contact", "通知党员大会").status()).isEqualTo(404);
        assertThat(unmask(foreign, List.of("mobile"), "contact", "通知党员大会").status()).isEqualTo(200);
        assertThat(log.kinds(formerly)).containsExactly("view");
    }

    private Caller.Answer unmask(Caller who, List<String> fields, String reason, String text) {
        var order = Map.of("fields", fields, "reason", reason, "text", text);
        return who.post("/api/members/" + zhang + "/unmask", order);
    }

    private Caller caller(Role role, UUID organization, @Nullable UUID member) {
        return new Caller(port)
                .signIn(village.account(role, organization, member), Village.PASSWORD);
    }
}
