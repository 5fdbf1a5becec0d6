package org.sunmao.start.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.sunmao.access.Role;
import org.sunmao.house.FreshData;
import org.sunmao.house.TestClock;
import org.sunmao.house.Village;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** Behind a proxy: its word is believed, and nobody else's. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "sunmao.demo=none",
            "server.address=0.0.0.0",
            "sunmao.proxy.trusted=127.0.0.2/32"
        })
@ContextConfiguration(initializers = FreshData.class)
@Import({Village.class, TestClock.class})
@DirtiesContext
class ProxyTests {

    private static final String PROXY = "127.0.0.2";
    private static final String OUTSIDER = "127.0.0.3";

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired JdbcClient jdbc;

    @AfterEach
    void forgetAttempts() {
        jdbc.sql("delete from access.attempt").update();
    }

    @Test
    void whatTheTrustedProxySaysIsBelieved() throws Exception {
        var answer =
                send(
                        PROXY,
                        signIn(officer())
                                .header("X-Forwarded-Proto", "https")
                                .header("X-Forwarded-Host", "party.example")
                                .header("X-Forwarded-For", "192.0.2.66, 198.51.100.7")
                                .header("Origin", "https://party.example"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(answer.headers().allValues("Set-Cookie"))
                .allMatch(cookie -> cookie.contains("; Secure"));
        // The first address of the list is the client's own word; the last is the proxy's.
        assertThat(sources()).containsExactly("source:198.51.100.7");
    }

    @Test
    void aPortOfItsOwnBelongsToTheOrigin() throws Exception {
        var request =
                signIn(officer())
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-Host", "party.example")
                        .header("X-Forwarded-Port", "8443")
                        .header("Origin", "https://party.example:8443");

        assertThat(send(PROXY, request).statusCode()).isEqualTo(200);
    }

    @Test
    void forwardedHeadersFromAnywhereElseAreIgnored() throws Exception {
        var answer =
                send(
                        OUTSIDER,
                        signIn(officer())
                                .header("X-Forwarded-Proto", "https")
                                .header("X-Forwarded-For", "198.51.100.7")
                                .header("Forwarded", "for=198.51.100.7;proto=https"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(sources()).containsExactly("source:" + OUTSIDER);
        var forged =
                signIn(officer())
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-Host", "party.example")
                        .header("Origin", "https://party.example");
        assertThat(send(OUTSIDER, forged).statusCode()).isEqualTo(403);
    }

    @Test
    void anotherOriginThanTheForwardedHostIsRefused() throws Exception {
        for (var origin : List.of("https://elsewhere.example", "http://party.example", "null")) {
            var request =
                    signIn(officer())
                            .header("X-Forwarded-Proto", "https")
                            .header("X-Forwarded-Host", "party.example")
                            .header("Origin", origin);
            assertThat(send(PROXY, request).statusCode()).as(origin).isEqualTo(403);
        }
    }

    @Test
    void whatCameToTheProxyInClearIsRefused() throws Exception {
        var request =
                signIn(officer())
                        .header("X-Forwarded-Proto", "http")
                        .header("X-Forwarded-For", "198.51.100.7");

        var answer = send(PROXY, request);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("https://");
        var health =
                HttpRequest.newBuilder(at("/actuator/health"))
                        .header("X-Forwarded-For", "198.51.100.7");
        assertThat(send(PROXY, health).statusCode()).isEqualTo(200);
    }

    private String officer() {
        var top = village.organization(null, "中共代理县委员会", "committee");
        return village.account(Role.COUNTY_OFFICER, top, null);
    }

    private List<String> sources() {
        return jdbc.sql("select key from access.attempt where key like 'source:%'")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private HttpRequest.Builder signIn(String username) {
        var body =
                "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, Village.PASSWORD);
        return HttpRequest.newBuilder(at("/api/session"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    /** Sends from one of the addresses of this machine. */
    private static HttpResponse<String> send(String from, HttpRequest.Builder request)
            throws Exception {
        var address = InetAddress.getByName(from);
        try (var http = HttpClient.newBuilder().localAddress(address).build()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }
}
