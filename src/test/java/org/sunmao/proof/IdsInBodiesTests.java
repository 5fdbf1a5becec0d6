package org.sunmao.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.sunmao.access.Scopes;
import org.sunmao.file.Files;
import org.sunmao.house.Caller.Answer;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Operation;
import org.sunmao.house.Village;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An id within a body is checked like one within a path (the hole of CVE-2026-37669 in RuoYi): what
 * lies in another's subtree is refused, and nothing is written. A body, or a field of one that can
 * hold an id, without a row here fails.
 */
@HouseTest
class IdsInBodiesTests {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern REFERENCE =
            Pattern.compile("\\b(?:required|optional)\\(\\s*\"(\\w+)\"[^;]*new Reference\\(\\)");

    /** Bodies that name nothing: words, numbers, codes and days only. */
    private static final Set<String> NAMELESS =
            Set.of(
                    "POST /api/session",
                    "POST /api/activation",
                    "POST /api/activation/code",
                    "POST /api/session/password",
                    "POST /api/session/step-up",
                    "POST /api/session/second-factor/code",
                    "POST /api/session/second-factor/confirm",
                    "POST /api/session/second-factor/off",
                    "POST /api/session/second-factor/request",
                    "PUT /api/second-factor-policies/{role}",
                    "POST /api/calendar/years/{year}/preview",
                    "PUT /api/calendar/years/{year}",
                    "POST /api/changes/{id}/steps/decide",
                    "POST /api/changes/{id}/steps/apply",
                    "POST /api/first-start",
                    "POST /api/first-start/link",
                    "POST /api/welcome",
                    "POST /api/welcome/link",
                    "POST /api/accounts",
                    "POST /api/accounts/{id}/disable",
                    "POST /api/accounts/{id}/enable",
                    "POST /api/accounts/{id}/link",
                    "POST /api/deputies",
                    "POST /api/grant-requests/{id}/refuse",
                    "POST /api/grants/{id}/end",
                    "POST /api/sessions/all/{id}/end",
                    "POST /api/imports",
                    "POST /api/imports/{id}/commit",
                    "POST /api/imports/{id}/undo",
                    "POST /api/imports/{id}/settle",
                    "POST /api/imports/{id}/mapping",
                    "PATCH /api/imports/{id}/rows/{row}",
                    "POST /api/exports/{id}/approve",
                    "POST /api/exports/{id}/refuse",
                    "POST /api/organizations/{id}/reviews",
                    "POST /api/reviews/{id}/withdraw",
                    "POST /api/organizations/{id}/terms",
                    "POST /api/corrections/{id}/refuse",
                    "POST /api/mine/corrections",
                    "POST /api/duties/{id}/explain",
                    "POST /api/duties/{id}/contest",
                    "POST /api/duties/{id}/waive",
                    "POST /api/figures/{id}/approve",
                    "POST /api/figures/{id}/refuse",
                    "POST /api/requests/{id}/approve",
                    "POST /api/requests/{id}/refuse",
                    "POST /api/requests/{id}/end",
                    "POST /api/meetings/{id}/sign",
                    "POST /api/meetings/{id}/annotate",
                    "POST /api/meetings/{id}/cancel",
                    "POST /api/meetings/{id}/check",
                    "POST /api/meetings/{id}/offer",
                    "POST /api/meetings/{id}/measures/{measure}/done",
                    "PUT /api/organizations/{id}/plan",
                    "PATCH /api/admissions/{id}",
                    "POST /api/mine/admissions/conversion-application",
                    "POST /api/admissions/{id}/explanations",
                    "POST /api/admissions/{id}/explanations/{explanation}/refuse",
                    "POST /api/admissions/{id}/papers/{code}",
                    "POST /api/admissions/{id}/receive",
                    "POST /api/admissions/{id}/return",
                    "PUT /api/organizations/{id}/admission-plan",
                    "PATCH /api/talents/{id}",
                    "POST /api/talents/{id}/leave",
                    "POST /api/members/{id}/unmask",
                    "PATCH /api/terms/{id}",
                    "POST /api/changes/{id}/steps/{step}",
                    "PATCH /api/organizations/{id}");

    /**
     * The fields of the registers that refer to something, by the class that names them. Where
     * somebody was admitted, and who took over from whom, is told and not entered.
     */
    private static final Set<String> REFERENCES =
            Set.of(
                    "AdmissionColumns organization",
                    "AdmissionColumns approvedBy",
                    "BodyFields parent",
                    "BodyFields organization",
                    "MemberFields admittedIn",
                    "MemberFields host",
                    "MemberFields organization",
                    "MemberFields partyGroup",
                    "OfficerListing organization",
                    "OrganizationFields parent",
                    "OrganizationFields successor",
                    "PostFields member");

    private static final List<IdRow> ROWS = IdRow.all();

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired Files files;
    @Autowired JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private Estate own;
    private Estate foreign;

    @BeforeEach
    void twoCounties() {
        own = new Estate(village, scopes, files, port).furnished();
        foreign = new Estate(village, scopes, files, port).furnished();
    }

    @Test
    void anIdOfAnothersIsRefusedAndNothingIsWritten() {
        var differences = new ArrayList<String>();
        for (var row : ROWS) {
            var before = written();
            var got = row.send().apply(own, foreign);
            if (!List.of(400, 404, 422).contains(got.status()) || written() != before) {
                differences.add(told(row, got));
            }
        }
        assertThat(differences).isEmpty();
    }

    /** Else the refusals would prove nothing: it is the id alone that is refused. */
    @Test
    void theSameBodyWithAnIdOfOnesOwnIsTaken() {
        var differences = new ArrayList<String>();
        for (var row : ROWS) {
            var fresh = new Estate(village, scopes, files, port);
            var got = row.send().apply(fresh, fresh);
            if (got.status() >= 300) {
                differences.add(told(row, got));
            }
        }
        assertThat(differences).isEmpty();
    }

    private static String told(IdRow row, Answer got) {
        return "%s %s: %d %s"
                .formatted(row.route(), row.field(), got.status(), got.response().body());
    }

    /** How much is in the journal: nothing is written without an entry. Drafts do not count. */
    private long written() {
        return scopes.system(
                "test",
                _ ->
                        jdbc.sql(
                                        """
                                        select count(*) from journal.entry
                                        where action not in ('change.draft', 'change.rewrite')
                                        """)
                                .query(Long.class)
                                .single());
    }

    @Test
    void everyBodyIsLookedAt() {
        var known = new TreeSet<>(NAMELESS);
        ROWS.forEach(row -> known.add(row.route()));

        assertThat(bodies().keySet()).isEqualTo(known);
    }

    @Test
    void everyFieldThatIsDescribedAsAnIdHasARow() {
        bodies().forEach(
                        (route, body) ->
                                assertThat(ids(body, "")).as(route).isSubsetOf(rows(route)));
    }

    @Test
    void everyFieldOfARegisterThatRefersToSomethingIsKnown() throws IOException {
        try (var sources = java.nio.file.Files.walk(SOURCES)) {
            var found =
                    sources.filter(file -> file.toString().endsWith(".java"))
                            .flatMap(IdsInBodiesTests::references)
                            .collect(Collectors.toSet());
            assertThat(found).isEqualTo(REFERENCES);
        }
    }

    private static java.util.stream.Stream<String> references(Path source) {
        var name = source.getFileName().toString().replace(".java", "");
        try {
            return REFERENCE
                    .matcher(java.nio.file.Files.readString(source))
                    .results()
                    .map(found -> name + " " + found.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> rows(String route) {
        return ROWS.stream()
                .filter(row -> row.route().equals(route))
                .map(IdRow::field)
                .collect(Collectors.toSet());
    }

    /** The operations that take a body, with its description. */
    private static Map<String, JsonNode> bodies() {
        var bodies = new TreeMap<String, JsonNode>();
        for (var operation : Operation.all()) {
            if (!operation.contents().isEmpty()) {
                bodies.put(operation.toString(), operation.described().get("requestBody"));
            }
        }
        return bodies;
    }

    /** Where a description says {@code uuid}, through its references. */
    private static Set<String> ids(JsonNode described, String at) {
        var found = new TreeSet<String>();
        if ("uuid".equals(described.path("format").asString(""))) {
            found.add(at);
        }
        var reference = described.path("$ref").asString("");
        if (!reference.isEmpty()) {
            found.addAll(ids(Operation.description().at(reference.substring(1)), at));
        }
        described
                .properties()
                .forEach(
                        part -> {
                            if (part.getKey().equals("properties")) {
                                part.getValue()
                                        .properties()
                                        .forEach(
                                                one ->
                                                        found.addAll(
                                                                ids(
                                                                        one.getValue(),
                                                                        below(at, one.getKey()))));
                            } else if (!part.getKey().equals("$ref")) {
                                found.addAll(ids(part.getValue(), at));
                            }
                        });
        return found;
    }

    private static String below(String at, String name) {
        return at.isEmpty() ? name : at + "/" + name;
    }
}
