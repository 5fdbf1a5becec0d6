package org.sunmao.proof;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Map.entry;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.file.Files;
import org.sunmao.house.Caller;
import org.sunmao.house.Caller.Answer;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;
import org.sunmao.proof.Route.Variable;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * SEC-06, SEC-24: each route, for each role, on what is one's own and on what is another's. The
 * matrix in {@code docs/generated/access.md} is made from the routes; {@code -Daccess.write} writes
 * it anew. A path that names something for which there is no fixture fails here.
 */
@HouseTest
class AccessMatrixTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path MATRIX = Path.of("docs/generated/access.md");

    /** Named in paths, and nobody's: a rule, which paper, which step, which row of an import. */
    private static final Map<Variable, String> WORDS =
            Map.of(
                    new Variable("documents", "kind"), "none",
                    new Variable("years", "year"), "1988",
                    new Variable("rules", "id"), "R-BR-14",
                    new Variable("steps", "step"), "request",
                    new Variable("steps", "code"), "talk",
                    new Variable("papers", "code"), "D01",
                    new Variable("rows", "row"), "2");

    /**
     * What belongs to an account and not to a subtree: whose it is, a test of its own tries. For
     * the administrators, accounts have no subtree at all.
     */
    private static final Map<Variable, String> ELSEWHERE =
            Map.of(
                    new Variable("accounts", "id"), "AccountApiTests",
                    new Variable("grants", "id"), "GrantApiTests",
                    new Variable("grant-requests", "id"), "GrantApiTests",
                    new Variable("sessions", "id"), "OpenSessionTests",
                    new Variable("all", "id"), "OpenSessionTests",
                    new Variable("phones", "id"), "RememberedPhoneTests",
                    new Variable("second-factor-policies", "role"), "SecondFactorTests",
                    new Variable("second-factor-requests", "id"), "SecondFactorTests",
                    new Variable("digests", "id"), "DigestTests",
                    new Variable("duties", "secret"), "FeedTests");

    /** A word that means nothing is not found either; that is no verdict on the right. */
    private static final List<String> MAY_BE_MISSING =
            List.of("/api/changes/{id}/documents/{kind}");

    private enum Side {
        OWN,
        FOREIGN
    }

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired Files files;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void theMatrixInTheRepositoryIsThatOfTheRoutes() throws IOException {
        var matrix = matrix();
        if (System.getProperty("access.write") != null) {
            java.nio.file.Files.writeString(MATRIX, matrix);
        }
        assertThat(java.nio.file.Files.readString(MATRIX)).isEqualTo(matrix);
    }

    @Test
    void everyPathNamesSomethingThatIsTried() {
        assertThat(Route.all(mappings))
                .allSatisfy(
                        route ->
                                assertThat(route.variables())
                                        .as("a fixture for %s", route)
                                        .allMatch(
                                                each ->
                                                        WORDS.containsKey(each)
                                                                || ELSEWHERE.containsKey(each)
                                                                || Estate.COLLECTIONS.contains(
                                                                        each.collection())));
    }

    @Test
    void whatIsOnesOwnIsReachedAndWhatIsAnothersIsNotThere() {
        var own = new Estate(village, scopes, files, port).furnished();
        var foreign = new Estate(village, scopes, files, port).furnished();
        var differences = new ArrayList<String>();
        for (var role : Role.values()) {
            var caller = own.caller(role);
            for (var route : named()) {
                for (var ids : combinations(route)) {
                    var got = answer(caller, route, ids(route, ids, own, foreign, caller));
                    var all = ids.stream().allMatch(side -> side == Side.OWN);
                    if (!fits(route, role, all, got)) {
                        differences.add(
                                "%s, %s, %s: %d %s"
                                        .formatted(
                                                role,
                                                route,
                                                ids,
                                                got.status(),
                                                got.response().body()));
                    }
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    private List<Route> named() {
        return Route.all(mappings).stream().filter(AccessMatrixTests::named).toList();
    }

    private static boolean named(Route route) {
        return route.variables().stream()
                .anyMatch(each -> !WORDS.containsKey(each) && !ELSEWHERE.containsKey(each));
    }

    /** All own, and each one foreign while the others are own. */
    private static List<List<Side>> combinations(Route route) {
        var ids = route.variables().stream().filter(each -> !WORDS.containsKey(each)).toList();
        var combinations = new ArrayList<List<Side>>();
        for (var foreign = 0; foreign < ids.size(); foreign++) {
            var sides = new ArrayList<>(ids.stream().map(_ -> Side.OWN).toList());
            sides.set(foreign, Side.FOREIGN);
            combinations.add(sides);
        }
        combinations.add(ids.stream().map(_ -> Side.OWN).toList());
        return combinations;
    }

    private static List<String> ids(
            Route route, List<Side> sides, Estate own, Estate foreign, Caller caller) {
        var next = sides.iterator();
        return route.variables().stream()
                .map(
                        each -> {
                            var word = WORDS.get(each);
                            if (word != null) {
                                return word;
                            }
                            var collection = Holding.collection(route, each.collection());
                            return next.next() == Side.OWN
                                    ? own.id(collection, caller)
                                    : foreign.id(collection, foreign.officer());
                        })
                .toList();
    }

    /** What is sent where an empty body is judged before what the path names is looked up. */
    private static final Map<String, Map<String, Object>> BODIES =
            Map.ofEntries(
                    entry("POST /api/organizations/{id}/posts", Estate.post(null)),
                    entry("POST /api/organizations/{id}/terms", Map.of("begins", "2021-03-01")),
                    entry(
                            "POST /api/organizations/{id}/reviews",
                            Map.of("on", "2026-03-01", "result", "continue")),
                    entry("POST /api/corrections/{id}/refuse", Map.of("reason", "户口簿上不是这样")),
                    entry("POST /api/figures/{id}/refuse", Map.of("reason", "理由不充分")),
                    entry("POST /api/requests/{id}/refuse", Map.of("reason", "理由不充分")),
                    entry("POST /api/requests/{id}/end", Map.of("reason", "任务完成")),
                    entry(
                            "POST /api/organizations/{id}/meetings",
                            Map.of("type", "visit", "on", "2026-03-01", "topic", "走访慰问")),
                    entry("PATCH /api/meetings/{id}", Map.of("on", "2026-03-01", "topic", "走访慰问")),
                    entry("POST /api/meetings/{id}/sign", Map.of("as", "recorder")),
                    entry("POST /api/meetings/{id}/annotate", Map.of("says", "地点应为村部")),
                    entry("POST /api/meetings/{id}/cancel", Map.of("reason", "记了两次")),
                    entry("POST /api/meetings/{id}/check", Map.of("accept", true)),
                    entry(
                            "POST /api/admissions/{id}/handover",
                            Map.of("target", new UUID(0, 0), "on", "2026-03-01")),
                    entry("POST /api/admissions/{id}/return", Map.of("reason", "材料不齐")),
                    entry("POST /api/admissions/{id}/explanations", Map.of("reason", "记录缺失")),
                    entry(
                            "POST /api/admissions/{id}/explanations/{explanation}/refuse",
                            Map.of("reason", "请补全说明")),
                    entry(
                            "PUT /api/organizations/{id}/admission-plan",
                            Map.of("year", 2026, "places", 3)),
                    entry(
                            "POST /api/members/{id}/unmask",
                            Map.of(
                                    "fields",
                                    List.of("mobile"),
                                    "reason",
                                    "contact",
                                    "text",
                                    "通知党员大会")));

    private static Answer answer(Caller caller, Route route, List<String> ids) {
        var path = route.filled(ids);
        if (route.method().equals("GET")) {
            return caller.get(path);
        }
        var request = caller.json(path).header("If-Match", "\"0\"");
        var body = JSON.writeValueAsString(BODIES.getOrDefault(route.toString(), Map.of()));
        return caller.send(request.method(route.method(), BodyPublishers.ofString(body)));
    }

    private static boolean fits(Route route, Role role, boolean own, Answer got) {
        if (!route.allows(role)) {
            return got.status() == 403;
        }
        // Below /api/mine there is nothing but a member's own.
        if (!own || (route.path().startsWith("/api/mine/") && role != Role.MEMBER)) {
            return got.status() == 404;
        }
        return got.status() < 500
                && got.status() != 403
                && (got.status() != 404 || MAY_BE_MISSING.contains(route.path()));
    }

    @Test
    void aMemberReachesNobodysRecordButTheirOwn() {
        var own = new Estate(village, scopes, files, port).furnished();
        var colleague = village.member(own.branch(), "同支部的");
        var member = own.caller(Role.MEMBER);

        assertThat(member.get("/api/members/" + own.member()).status()).isEqualTo(200);
        for (var route : named()) {
            if (route.allows(Role.MEMBER) && route.path().startsWith("/api/members/{id}")) {
                assertThat(answer(member, route, List.of(colleague.toString())).status())
                        .as("%s", route)
                        .isEqualTo(404);
            }
        }
    }

    private String matrix() {
        var roles = Role.values();
        var text = new StringBuilder();
        text.append(
                """
                # 权限矩阵：每个接口 × 每个角色 × 管理范围内外

                由 `AccessMatrixTests` 从程序的接口生成，不手改；`-Daccess.write` 重写。每一格都对运行中的程序试过：✓ 可以；✓ / 404
                管理范围内可以，范围外的当作不存在；403 没有这项权限。“党员”的范围只是本人的记录。账号、授权、会话不分管理范围，归属由各自的测试试过。

                """);
        text.append("| 接口 | 需要的权限 |");
        Arrays.stream(roles).forEach(role -> text.append(' ').append(role.label()).append(" |"));
        text.append("\n|---|---|").append("---|".repeat(roles.length)).append('\n');
        for (var route : Route.all(mappings)) {
            text.append(
                    "| `%s %s` | %s | %s |%n"
                            .formatted(
                                    route.method(),
                                    route.path(),
                                    route.opensFor(),
                                    Arrays.stream(roles)
                                            .map(role -> cell(route, role))
                                            .collect(Collectors.joining(" | "))));
        }
        return text.toString().replace("\r\n", "\n");
    }

    private static String cell(Route route, Role role) {
        if (!route.allows(role)) {
            return "403";
        }
        var named = named(route);
        if (route.path().startsWith("/api/mine/") && named && role != Role.MEMBER) {
            return "404";
        }
        return named ? "✓ / 404" : "✓";
    }
}
