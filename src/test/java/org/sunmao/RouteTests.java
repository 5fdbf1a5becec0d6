package org.sunmao;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.sunmao.access.Open;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.Role;
import org.sunmao.access.SignedInOnly;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The access matrix is made from the routes themselves: a new route without a right fails here. */
@HouseTest
class RouteTests {

    record Route(String method, String path, HandlerMethod handler) {

        List<Right> rights() {
            var requires = handler.getMethodAnnotation(Requires.class);
            return requires == null ? List.of() : List.of(requires.value());
        }
    }

    /** Let in: found or not, changed or told what is wrong with the change. */
    private static final List<Integer> ADMITTED = List.of(200, 201, 204, 400, 404);

    @LocalServerPort int port;
    @Autowired Village village;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void everyRouteSaysWhoMayUseItInExactlyOneWay() {
        assertThat(routes())
                .isNotEmpty()
                .allSatisfy(
                        route ->
                                assertThat(
                                                Stream.of(
                                                                Requires.class,
                                                                SignedInOnly.class,
                                                                Open.class)
                                                        .filter(
                                                                route.handler()
                                                                        ::hasMethodAnnotation))
                                        .as("%s", route.path())
                                        .hasSize(1));
    }

    @Test
    void nobodyUnknownReachesWhatIsNotOpen() {
        for (var route : routes()) {
            if (!route.handler().hasMethodAnnotation(Open.class)) {
                assertThat(status(new Caller(port), route))
                        .as("%s %s", route.method(), route.path())
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void eachRoleReachesWhatItHasARightForAndNothingElse() {
        var county = village.county();
        var member = county.townships().getFirst().branches().getFirst().members().getFirst();
        for (var role : Role.values()) {
            var top = role.administrates() ? null : county.top();
            var username = village.account(role, top, role.administrates() ? null : member);
            var caller = new Caller(port).signIn(username, Village.PASSWORD).stepUp();
            for (var route : routes()) {
                if (!route.rights().isEmpty()) {
                    var allowed = route.rights().stream().anyMatch(role.rights()::contains);
                    assertThat(status(caller, route))
                            .as("%s on %s %s", role, route.method(), route.path())
                            .isIn(allowed ? ADMITTED : List.of(403));
                }
            }
        }
    }

    @Test
    void anUnknownAddressIsAProblemAndNotThePageOfTheDesk() {
        var county = village.county();
        var username = village.account(Role.COUNTY_OFFICER, county.top(), null);
        var caller = new Caller(port).signIn(username, Village.PASSWORD).stepUp();

        var answer = caller.get("/api/no-such-thing");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        for (var path : List.of("/m/x", "/k/x", "/w/x", "/actuator/env", "/no-such-page")) {
            assertThat(caller.get(path).status()).as(path).isIn(401, 403, 404);
            assertThat(caller.get(path).response().body()).doesNotContain("<html");
        }
    }

    private List<Route> routes() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("org.sunmao"))
                .flatMap(entry -> routes(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Stream<Route> routes(RequestMappingInfo info, HandlerMethod handler) {
        var methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(
                        path ->
                                methods.stream()
                                        .map(method -> new Route(method.name(), path, handler)));
    }

    /** The answer to an empty request for something that is not there. */
    private static int status(Caller caller, Route route) {
        var path = filled(route);
        if (route.method().equals("GET")) {
            return caller.status(path);
        }
        var request = caller.json(path).header("If-Match", "\"0\"");
        return caller.send(request.method(route.method(), BodyPublishers.ofString("{}"))).status();
    }

    private static String filled(Route route) {
        return Arrays.stream(route.path().split("/"))
                .map(part -> part.startsWith("{") ? UUID.randomUUID().toString() : part)
                .reduce((left, right) -> left + "/" + right)
                .orElseThrow();
    }
}
