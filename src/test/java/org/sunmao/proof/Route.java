package org.sunmao.proof;

import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.sunmao.access.Open;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.Role;
import org.sunmao.access.SignedInOnly;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A route of the interfaces, as the program itself has it. */
record Route(String method, String path, HandlerMethod handler) {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    /** What a path names: the collection it is in, and its variable there. */
    record Variable(String collection, String name) {}

    static List<Route> all(RequestMappingHandlerMapping mappings) {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("org.sunmao"))
                .flatMap(entry -> of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
                .toList();
    }

    private static Stream<Route> of(RequestMappingInfo info, HandlerMethod handler) {
        var methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(
                        path ->
                                methods.stream()
                                        .map(method -> new Route(method.name(), path, handler)));
    }

    boolean open() {
        return handler.hasMethodAnnotation(Open.class);
    }

    List<Right> rights() {
        var requires = handler.getMethodAnnotation(Requires.class);
        return requires == null ? List.of() : List.of(requires.value());
    }

    boolean allows(Role role) {
        return open()
                || handler.hasMethodAnnotation(SignedInOnly.class)
                || rights().stream().anyMatch(role::may);
    }

    /** Who may use it, in words. */
    String opensFor() {
        if (open()) {
            return "任何人";
        }
        return rights().isEmpty()
                ? "已登录"
                : rights().stream().map(Right::code).collect(Collectors.joining("、"));
    }

    /** {@code organizations/{id}} and the like, from left to right. */
    List<Variable> variables() {
        var parts = path.split("/", -1);
        return Stream.iterate(1, i -> i < parts.length, i -> i + 1)
                .filter(i -> parts[i].contains("{"))
                .map(i -> new Variable(parts[i - 1], name(parts[i])))
                .toList();
    }

    private static String name(String part) {
        return VARIABLE.matcher(part)
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    String filled(List<String> values) {
        var next = values.iterator();
        return Arrays.stream(path.split("/"))
                .map(part -> part.contains("{") ? next.next() : part)
                .collect(Collectors.joining("/"));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
