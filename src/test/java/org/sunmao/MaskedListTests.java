package org.sunmao;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** No list shows a number by which a person is known or called, whoever asks (PRV-10). */
@HouseTest
class MaskedListTests {

    /** Eighteen digits, or eleven that begin as a mobile number does; ids are in hex and dashes. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![0-9a-fA-F-])(\\d{17}[\\dXx]|1\\d{10})(?![0-9a-fA-F-])");

    /** A person's copy of what is kept of them, asked for by themselves, is no list. */
    private static final List<String> OWN = List.of("/api/mine/data");

    @LocalServerPort int port;
    @Autowired Village village;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    County county;
    UUID branch;
    UUID member;

    @BeforeEach
    void build() {
        county = village.county();
        branch = county.townships().getFirst().branches().getFirst().id();
        member = village.member(branch, "林有号");
        var own = caller(Role.MEMBER, branch);
        own.post(
                "/api/mine/corrections",
                Map.of("field", "mobile", "proposed", "10011112222", "says", "换了 10011112222"));
        var officer = caller(Role.COUNTY_OFFICER, county.top());
        var number = Village.number(LocalDate.of(1975, 1, 2), 905);
        var rows = "姓名,公民身份号码,手机号码\n张三," + number + ",10012345678\n";
        officer.upload(
                "/api/imports",
                "a.csv",
                rows.getBytes(StandardCharsets.UTF_8),
                Map.of("kind", "member"));
    }

    @Test
    void noListShowsANumberToAnybody() {
        for (var role : Role.values()) {
            var caller = caller(role, role == Role.SECRETARY ? branch : county.top());
            for (var path : lists()) {
                var body = caller.get(path).response().body();
                assertThat(NUMBER.matcher(body).results().map(m -> m.group()).toList())
                        .as("%s reads %s", role, path)
                        .isEmpty();
            }
        }
    }

    @Test
    void theSearchForNumbersFindsThem() {
        var member = "{\"a\":\"" + Village.number(LocalDate.of(1975, 1, 2), 907) + "\"}";
        assertThat(NUMBER.matcher(member).find()).isTrue();
        assertThat(NUMBER.matcher("{\"mobile\":\"10012345678\"}").find()).isTrue();
        assertThat(NUMBER.matcher("{\"id\":\"019abc12-1234-7123-8123-101234567890\"}").find())
                .isFalse();
    }

    /** Every route that reads without naming one record, and those that list below one. */
    private List<String> lists() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(route -> route.getValue().getBeanType().getName().startsWith("org.sunmao"))
                .filter(
                        route ->
                                route.getKey()
                                        .getMethodsCondition()
                                        .getMethods()
                                        .toString()
                                        .contains("GET"))
                .flatMap(route -> route.getKey().getPatternValues().stream())
                .filter(path -> path.startsWith("/api/") && !path.endsWith(".pdf"))
                .filter(path -> !OWN.contains(path) && !path.endsWith("/events"))
                .map(this::filled)
                .distinct()
                .sorted()
                .toList();
    }

    private String filled(String path) {
        var id = path.startsWith("/api/members") ? member : branch;
        return path.replaceAll("\\{[^}]+}", id.toString());
    }

    private Caller caller(Role role, UUID over) {
        var own = role.administrates() ? null : member;
        var top = role.administrates() ? null : over;
        return new Caller(port).signIn(village.account(role, top, own), Village.PASSWORD);
    }
}
