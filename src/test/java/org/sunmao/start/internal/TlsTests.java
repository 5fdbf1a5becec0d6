package org.sunmao.start.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.sunmao.access.Role;
import org.sunmao.house.Certificate;
import org.sunmao.house.FreshData;
import org.sunmao.house.TestClock;
import org.sunmao.house.Village;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/** A house with a certificate of its own, reached by real connections. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "sunmao.demo=none",
            "spring.ssl.bundle.watch.file.quiet-period=100ms",
            "sunmao.tls.certificate=target/houses/tls/chain.pem",
            "sunmao.tls.key=target/houses/tls/key.pem",
            "sunmao.tls.redirect-port=${test.port.in.clear}"
        })
@ContextConfiguration(initializers = FreshData.class)
@Import({Village.class, TestClock.class})
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class TlsTests {

    private static final Path FOLDER = Path.of("target", "houses", "tls");
    private static Certificate certificate = Certificate.make(FOLDER, "first");
    private static final int CLEAR = freePort();

    @LocalServerPort int port;
    @Autowired Village village;

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            System.setProperty("test.port.in.clear", String.valueOf(socket.getLocalPort()));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theLinkOfTheConsoleLeadsToTls(CapturedOutput output) {
        assertThat(output).contains("https://127.0.0.1:" + port + "/first#token=");
    }

    @Test
    void onlyTlsOfTodayIsSpoken() throws Exception {
        for (var version : List.of("TLSv1.2", "TLSv1.3")) {
            assertThat(shake(version)).isEqualTo(version);
        }
        // The JDK has these switched off; whoever has them on is refused by the house all the same.
        for (var version : List.of("TLSv1.1", "TLSv1")) {
            assertThatThrownBy(() -> shake(version)).isInstanceOf(SSLException.class);
        }
    }

    private String shake(String version) throws Exception {
        try (var socket =
                (SSLSocket)
                        certificate.believed().getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.setEnabledProtocols(new String[] {version});
            socket.startHandshake();
            return socket.getSession().getProtocol();
        }
    }

    @Test
    void theBrowserIsToldToComeByTlsAlways() throws Exception {
        var answer = send(HttpRequest.newBuilder(at("/api/about")).GET());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                .hasValue("max-age=31536000");
    }

    @Test
    void cookiesTravelByTlsOnly() throws Exception {
        var top = village.organization(null, "中共加密县委员会", "committee");
        var officer = village.account(Role.COUNTY_OFFICER, top, null);

        var answer = send(signIn(officer).header("Origin", "https://127.0.0.1:" + port));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .hasSize(2)
                .allMatch(cookie -> cookie.contains("; Secure") && cookie.contains("Path=/"));
    }

    @Test
    void aForgedOriginIsRefused() throws Exception {
        for (var origin :
                List.of(
                        "http://127.0.0.1:" + port,
                        "https://127.0.0.1",
                        "https://127.0.0.1." + port + ".example",
                        "https://elsewhere.example",
                        "null")) {
            assertThat(send(signIn("nobody").header("Origin", origin)).statusCode())
                    .as(origin)
                    .isEqualTo(403);
        }
    }

    @Test
    void theDoorInClearLeadsToTheOtherAndTakesNothingIn() throws Exception {
        var clear = "http://127.0.0.1:" + CLEAR;
        var page = send(HttpRequest.newBuilder(URI.create(clear + "/members?q=zs")).GET());
        assertThat(page.statusCode()).isEqualTo(308);
        assertThat(page.headers().firstValue("Location").orElseThrow())
                .startsWith("https://127.0.0.1")
                .endsWith("/members?q=zs");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();

        var body = BodyPublishers.ofString("{\"username\":\"a\",\"password\":\"b\"}");
        var post =
                HttpRequest.newBuilder(URI.create(clear + "/api/session"))
                        .header("Content-Type", "application/json")
                        .POST(body);
        var refused = send(post);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("https://");
    }

    @Test
    void aNewCertificateIsTakenUpWithoutARestart() throws Exception {
        var before = certificate.parsed().getSerialNumber();
        certificate = Certificate.make(FOLDER, "second");

        for (var tries = 0; tries < 300 && !served().equals(serial(certificate)); tries++) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        assertThat(served()).isEqualTo(serial(certificate)).isNotEqualTo(before.toString());
    }

    private static String serial(Certificate one) {
        return one.parsed().getSerialNumber().toString();
    }

    /** Of the certificate that is shown now; empty while it is another than is believed. */
    private String served() throws IOException {
        try (var socket =
                (SSLSocket)
                        certificate.believed().getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.startHandshake();
            var shown = socket.getSession().getPeerCertificates()[0];
            return ((X509Certificate) shown).getSerialNumber().toString();
        } catch (SSLException _) {
            return "";
        }
    }

    private URI at(String path) {
        return URI.create("https://127.0.0.1:" + port + path);
    }

    private HttpRequest.Builder signIn(String username) {
        var body =
                "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, Village.PASSWORD);
        return HttpRequest.newBuilder(at("/api/session"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (var http = HttpClient.newBuilder().sslContext(certificate.believed()).build()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }
}
