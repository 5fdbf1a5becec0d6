package org.sunmao;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.Caller.Answer;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every kind of answer tells the browser what it may do with it: nothing but show it here. */
@HouseTest
class HeaderTests {

    private static final Map<String, String> EXPECTED =
            Map.of(
                    "Content-Security-Policy",
                    "default-src 'self'; object-src 'none';"
                            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
                    "X-Content-Type-Options",
                    "nosniff",
                    "X-Frame-Options",
                    "DENY",
                    "Referrer-Policy",
                    "no-referrer",
                    "Cross-Origin-Opener-Policy",
                    "same-origin",
                    "Cross-Origin-Resource-Policy",
                    "same-origin",
                    "Permissions-Policy",
                    "geolocation=(), camera=(), microphone=(), payment=(), usb=()");

    @LocalServerPort int port;
    @Autowired Village village;

    private Caller officer = new Caller(0);

    @BeforeEach
    void signIn() {
        var top = village.organization(null, "中共报头县委员会", "committee");
        var username = village.account(Role.COUNTY_OFFICER, top, null);
        officer = new Caller(port).signIn(username, Village.PASSWORD);
    }

    @Test
    void everyKindOfAnswerForbidsWhatIsNotNeeded() {
        answers()
                .forEach(
                        (kind, answer) -> {
                            var headers = answer.response().headers();
                            EXPECTED.forEach(
                                    (name, value) ->
                                            assertThat(headers.allValues(name))
                                                    .as("%s of %s %s", name, kind, answer.status())
                                                    .containsExactly(value));
                            assertThat(answer.header("Server")).as(kind).isEmpty();
                            assertThat(answer.header("X-Powered-By")).as(kind).isEmpty();
                            assertThat(answer.header("Strict-Transport-Security")).isEmpty();
                        });
    }

    @Test
    void nothingOfTheInterfacesIsKeptByABrowserOrAProxy() {
        answers()
                .forEach(
                        (kind, answer) -> {
                            if (kind.startsWith("/api/")) {
                                assertThat(answer.header("Cache-Control"))
                                        .as(kind)
                                        .contains("no-store");
                            }
                        });
    }

    private Map<String, Answer> answers() {
        var answers = new LinkedHashMap<String, Answer>();
        for (var path :
                List.of(
                        "/api/members",
                        "/api/about",
                        "/api/members/none",
                        "/api/no-such-thing",
                        "/api/members?limit=many",
                        "/api/imports/template?kind=member",
                        "/api/members/roster.pdf",
                        "/api//members",
                        "/api/members;x=1",
                        "/",
                        "/m",
                        "/no-such-page",
                        "/assets/none.js",
                        "/actuator/health",
                        "/actuator/env",
                        "/error")) {
            answers.put(path, officer.get(path));
        }
        answers.put("/api/ 401", new Caller(port).get("/api/members"));
        answers.put("/api/ 403", new Caller(port).delete("/api/session"));
        answers.put("/api/ 405", officer.delete("/api/members"));
        var body = BodyPublishers.ofString("{");
        answers.put("/api/ 400", officer.send(officer.json("/api/members").POST(body)));
        var huge = BodyPublishers.ofString("\"" + "a".repeat(400_000) + "\"");
        answers.put("/api/ 413", officer.send(officer.json("/api/members").POST(huge)));
        var foreign = officer.json("/api/members").header("Origin", "https://elsewhere.example");
        answers.put("/api/ origin", officer.send(foreign.POST(BodyPublishers.ofString("{}"))));
        for (var method : List.of("HEAD", "OPTIONS", "PROPFIND")) {
            var request = officer.request("/api/members");
            var nothing = BodyPublishers.noBody();
            answers.put("/api/ " + method, officer.send(request.method(method, nothing)));
        }
        return answers;
    }

    /**
     * What the server cannot read as HTTP it answers before any of our code: with nothing at all.
     */
    @Test
    void aRequestThatIsNoneIsAnsweredWithoutAWord() throws IOException {
        for (var line : List.of("GET /%zz HTTP/1.1", "GET /<script> HTTP/1.1", "GARBAGE")) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                var request = line + "\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                var answer =
                        new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(answer).as(line).startsWith("HTTP/1.1 400");
                assertThat(answer).doesNotContain("Tomcat").doesNotContain("<script>");
            }
        }
    }

    @Test
    void nothingIsEchoed() {
        var request = officer.request("/api/session").header("X-Told", "to be echoed");
        var answer = officer.send(request.method("TRACE", BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.response().body())
                .doesNotContain("to be echoed")
                .doesNotContain("SUNMAO");
    }
}
