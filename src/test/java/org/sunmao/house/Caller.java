package org.sunmao.house;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Someone who calls the interfaces as a browser would: keeps cookies, sends the CSRF token. */
public class Caller {

    private static final JsonMapper JSON = new JsonMapper();

    /** An answer: its status, headers and body. */
    public record Answer(int status, HttpResponse<String> response) {

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The ids of the items of a list. */
        public List<UUID> ids() {
            return json().get("items")
                    .valueStream()
                    .map(item -> UUID.fromString(item.get("id").asString()))
                    .toList();
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new HashMap<>();
    private final String base;
    private String password = "";
    private @Nullable Authenticator authenticator;

    public Caller(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    public Caller signIn(String username, String password) {
        var answer = post("/api/session", Map.of("username", username, "password", password));
        if (answer.status() != 200) {
            throw new IllegalStateException(username + " cannot sign in: " + answer.status());
        }
        this.password = password;
        return this;
    }

    /** Proves itself again, as what is grave asks for: by its authenticator, if it has one. */
    public Caller stepUp() {
        var proof =
                authenticator == null
                        ? Map.of("password", password)
                        : Map.of("code", authenticator.next());
        var answer = post("/api/session/step-up", proof);
        if (answer.status() != 204) {
            throw new IllegalStateException("cannot step up: " + answer.response().body());
        }
        return this;
    }

    /** Enrols a second factor, and tells what the authenticator has from now on. */
    public Authenticator enrol() {
        var secret = post("/api/session/second-factor", Map.of()).json().get("secret").asString();
        var enrolled = new Authenticator(secret);
        var code = Map.of("code", enrolled.next());
        var answer = post("/api/session/second-factor/confirm", code);
        if (answer.status() != 200) {
            throw new IllegalStateException("cannot enrol: " + answer.response().body());
        }
        authenticator = enrolled;
        return enrolled;
    }

    /** The same person with the same session, where the house is found now. */
    public Caller at(int port) {
        var there = new Caller(port);
        there.cookies.putAll(cookies);
        there.password = password;
        there.authenticator = authenticator;
        return there;
    }

    public Answer get(String path, Object... values) {
        return send(request(path(path, values)).GET());
    }

    public Answer post(String path, Object body) {
        return send(json(path).POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** Posts under a key, so that repeating makes nothing twice. */
    public Answer post(String path, Object body, UUID key) {
        return send(json(path).header("Idempotency-Key", key.toString()).POST(text(body)));
    }

    /** Changes what has been seen in a version. */
    public Answer patch(String path, int version, Object body) {
        return send(
                json(path).header("If-Match", "\"" + version + "\"").method("PATCH", text(body)));
    }

    /** Does something with what has been seen in a version. */
    public Answer post(String path, int version, Object body) {
        return send(json(path).header("If-Match", "\"" + version + "\"").POST(text(body)));
    }

    public Answer put(String path, Object body) {
        return send(json(path).PUT(text(body)));
    }

    /** Puts in the place of what has been seen in a version. */
    public Answer put(String path, int version, Object body) {
        return send(json(path).header("If-Match", "\"" + version + "\"").PUT(text(body)));
    }

    /** Sends a file in a form of parts, with other fields before it. */
    public Answer upload(String path, String fileName, byte[] content, Map<String, String> fields) {
        var boundary = "part" + UUID.randomUUID();
        var body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(part(boundary, name, "", value)));
        var named = "; filename=\"" + fileName + "\"";
        body.writeBytes(part(boundary, "file", named, ""));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static byte[] part(String boundary, String name, String more, String value) {
        var end = more.isEmpty() ? "\r\n" : "";
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s%s"
                .formatted(boundary, name, more, value, end)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static HttpRequest.BodyPublisher text(Object body) {
        return BodyPublishers.ofString(JSON.writeValueAsString(body));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** A request with the cookies and the CSRF token, to be changed at will. */
    public HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        if (cookies.containsKey("XSRF-TOKEN")) {
            request.header("X-XSRF-TOKEN", cookies.get("XSRF-TOKEN"));
        }
        return request;
    }

    public HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    /** What is no text, as it came. */
    public HttpResponse<byte[]> fetch(String path) {
        return download(request(path).GET());
    }

    /** What comes for a request, as it came. */
    public HttpResponse<byte[]> download(HttpRequest.Builder request) {
        return exchange(request, BodyHandlers.ofByteArray());
    }

    /** The status alone, without waiting for a body: what goes on as a stream may have no end. */
    public int status(String path) {
        var response = exchange(request(path).GET(), BodyHandlers.ofInputStream());
        response.headers().allValues("Set-Cookie").forEach(this::remember);
        try (var _ = response.body()) {
            return response.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Answer send(HttpRequest.Builder request) {
        var response = exchange(request, BodyHandlers.ofString());
        response.headers().allValues("Set-Cookie").forEach(this::remember);
        return new Answer(response.statusCode(), response);
    }

    private <T> HttpResponse<T> exchange(
            HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    public Caller withCookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    /** Fills each {@code {}} with a value, encoded as the part of a query. */
    private static String path(String path, Object... values) {
        var filled = path;
        for (var value : values) {
            var encoded = URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
            filled = filled.replaceFirst("\\{}", encoded.replace("+", "%20"));
        }
        return filled;
    }

    private void remember(String setCookie) {
        var pair = setCookie.substring(0, setCookie.indexOf(';')).split("=", 2);
        cookies.remove(pair[0]);
        if (!pair[1].isEmpty()) {
            cookies.put(pair[0], pair[1]);
        }
    }
}
