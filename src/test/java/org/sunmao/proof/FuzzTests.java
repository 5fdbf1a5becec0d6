package org.sunmao.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.file.Files;
import org.sunmao.house.Caller;
import org.sunmao.house.Caller.Answer;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Operation;
import org.sunmao.house.Village;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * SEC-10: whatever comes in at an interface that is described, the answer is no failure of the
 * server, and a refusal is a problem in Chinese. Operations, parameters and fields are those of
 * {@code docs/generated/openapi.json}; {@code -Dfuzz.cases} and {@code -Dfuzz.seed} for more.
 */
@HouseTest
class FuzzTests {

    private static final Logger LOG = LoggerFactory.getLogger(FuzzTests.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final int CASES = Integer.getInteger("fuzz.cases", 2_000);
    private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());

    /** Ends the caller's own session, or waits for what does not come. */
    private static final List<String> LEFT_OUT =
            List.of("DELETE /api/session", "GET /api/imports/{id}/events", "GET /api/board/events");

    private static final List<String> TEXTS =
            List.of(
                    "",
                    " ",
                    "\u0000",
                    "'",
                    "' or 1=1 --",
                    "%",
                    "_%\\",
                    "../../etc/passwd",
                    "<script>alert(1)</script>",
                    "=HYPERLINK(\"x\")",
                    "\ud83d\ude00",
                    "\ud800",
                    "\u202e倒",
                    "莫𐡓",
                    "-1",
                    "0",
                    "1e309",
                    "NaN",
                    "99999999999999999999",
                    "2147483648",
                    "true",
                    "null",
                    "[]",
                    "{}",
                    "2026-02-30",
                    "0000-00-00",
                    "+999999999-12-31",
                    "9999-12-31",
                    "1900-01-01",
                    "00000000-0000-0000-0000-000000000000",
                    "not-a-uuid",
                    "a".repeat(5_000),
                    "中".repeat(3_000));

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired Files files;

    private final Random random = new Random(SEED);
    private final JsonNode description = Operation.description();

    @Test
    void noInputMakesTheServerFailAndEveryRefusalIsAProblem() {
        LOG.info("seed {}", SEED);
        var estate = new Estate(village, scopes, files, port).furnished();
        var callers =
                List.of(
                        estate.officer(),
                        estate.officer(),
                        estate.caller(Role.SECRETARY),
                        estate.caller(Role.MEMBER),
                        estate.caller(Role.SYSTEM_ADMIN));
        var operations = operations();
        var faults = new ArrayList<String>();
        for (var i = 0; i < CASES; i++) {
            var operation = operations.get(i % operations.size());
            var caller = callers.get(random.nextInt(callers.size()));
            var path = path(operation, estate);
            var body = body(operation);
            var answer = send(caller, operation, path, body);
            var fault = fault(answer);
            if (fault != null) {
                faults.add(
                        "%s: %s %.300s %.500s %.300s"
                                .formatted(fault, operation, path, body, answer.response().body()));
            }
        }
        assertThat(faults).as("seed %d", SEED).isEmpty();
    }

    private static @Nullable String fault(Answer answer) {
        if (answer.status() < 400) {
            return null;
        }
        if (answer.status() >= 500) {
            return "fails with " + answer.status();
        }
        if (!answer.header("Content-Type").startsWith("application/problem+json")) {
            return answer.status() + " as " + answer.header("Content-Type");
        }
        var title = answer.json().path("title").asString("");
        return title.codePoints().anyMatch(Character::isIdeographic) ? null : "titled " + title;
    }

    private Answer send(Caller caller, Operation operation, String path, String body) {
        var request = caller.request(path);
        if (operation.method().equals("GET") || operation.method().equals("DELETE")) {
            return caller.send(request.method(operation.method(), BodyPublishers.noBody()));
        }
        request.header("Content-Type", random.nextInt(20) == 0 ? text("type") : "application/json");
        if (random.nextInt(3) > 0) {
            request.header("If-Match", random.nextBoolean() ? "\"0\"" : "\"" + text("v") + "\"");
        }
        if (random.nextInt(3) == 0) {
            request.header("Idempotency-Key", random.nextBoolean() ? "" + uuid() : text("key"));
        }
        var content = BodyPublishers.ofString(body);
        return caller.send(request.method(operation.method(), content));
    }

    /** A text that may stand in a header. */
    private String text(String otherwise) {
        var one = TEXTS.get(random.nextInt(TEXTS.size()));
        return one.matches("[ -~]{1,100}") && !one.contains("\"") ? one : otherwise;
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private String path(Operation operation, Estate estate) {
        var parts = operation.path().split("/", -1);
        var path = new StringBuilder();
        for (var i = 1; i < parts.length; i++) {
            path.append('/').append(parts[i].startsWith("{") ? id(parts[i - 1], estate) : parts[i]);
        }
        var query = new ArrayList<String>();
        for (var parameter : operation.described().path("parameters")) {
            if (parameter.get("in").asString().equals("query") && random.nextInt(3) > 0) {
                // What is longer than the server reads at all, it refuses before us.
                var value = value();
                var most = value.substring(0, Math.min(value.length(), 100));
                query.add(parameter.get("name").asString() + "=" + encoded(most));
            }
        }
        return query.isEmpty() ? path.toString() : path + "?" + String.join("&", query);
    }

    /** Mostly one's own, for what lies behind is to be tried, too. */
    private String id(String collection, Estate estate) {
        if (random.nextInt(4) > 0 && Estate.COLLECTIONS.contains(collection)) {
            return estate.id(collection, estate.officer());
        }
        var text = encoded(value());
        return text.isEmpty()
                        || text.contains("%2F")
                        || text.contains("%5C")
                        || text.contains("%00")
                        || text.startsWith("..")
                        || text.length() > 4_000
                ? uuid().toString()
                : text;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String value() {
        return random.nextInt(5) == 0 ? uuid().toString() : TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private String body(Operation operation) {
        if (random.nextInt(12) == 0) {
            return List.of("", "{", "[]", "null", "1", "\"x\"", "{\"a\":", "[[[[[[[[")
                    .get(random.nextInt(8));
        }
        var content = operation.described().path("requestBody").path("content");
        var schema = content.path("application/json").path("schema");
        return JSON.writeValueAsString(made(schema, 0));
    }

    /** What the schema asks for, filled with what it does not expect. */
    private Object made(JsonNode schema, int depth) {
        var reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            return made(description.at(reference.substring(1)), depth);
        }
        var properties = schema.path("properties");
        if (properties.isObject() && random.nextInt(10) > 0) {
            var made = new HashMap<String, Object>();
            properties
                    .properties()
                    .forEach(
                            one -> {
                                if (random.nextInt(5) > 0) {
                                    made.put(one.getKey(), made(one.getValue(), depth + 1));
                                }
                            });
            return made;
        }
        return schema.has("additionalProperties") && random.nextInt(10) > 0
                ? anything()
                : odd(depth);
    }

    /** Free bodies: names of fields as they are known, with values of any kind. */
    private Map<String, Object> anything() {
        var made = new HashMap<String, Object>();
        for (var name :
                List.of(
                        "name",
                        "organization",
                        "parent",
                        "kind",
                        "field",
                        "member",
                        "from",
                        "to",
                        "begins",
                        "ends",
                        "effectiveOn",
                        "correction",
                        "approval",
                        "steps",
                        "reason",
                        "joinedOn",
                        "bornOn",
                        "citizenNumber",
                        "status",
                        "mobile",
                        "fingerprint",
                        "decidedOn",
                        "number",
                        "establishedOn",
                        "title",
                        "x")) {
            if (random.nextInt(4) == 0) {
                made.put(name, odd(0));
            }
        }
        return made;
    }

    private Object odd(int depth) {
        return switch (random.nextInt(depth > 3 ? 6 : 9)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextDouble() * 1e300;
            case 2 -> random.nextBoolean();
            case 3, 4, 5 -> value();
            case 6 -> List.of(odd(depth + 1), odd(depth + 1));
            case 7 -> Map.of("kind", odd(depth + 1), "organization", odd(depth + 1));
            default -> List.of();
        };
    }

    private static List<Operation> operations() {
        return Operation.all().stream().filter(one -> !LEFT_OUT.contains(one.toString())).toList();
    }
}
