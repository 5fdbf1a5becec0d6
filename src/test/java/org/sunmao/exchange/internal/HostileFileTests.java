package org.sunmao.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.sunmao.access.Role;
import org.sunmao.database.DataDirectory;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Operation;
import org.sunmao.house.Village;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What may be sent as a file is a roster, and nothing else: pictures, pages, programs and what is
 * two things at once are refused, are nowhere kept, and never come back from the server.
 */
@HouseTest
class HostileFileTests {

    private static final byte[] PNG =
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ"
                                    + "AAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");
    private static final String GPS = "Exif\u0000\u0000MM GPSLatitude 38.46 GPSLongitude 111.12";
    private static final String SVG =
            "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'>"
                    + "<script>alert(1)</script></svg>";
    private static final String HTML =
            "<!doctype html><html><body><script>alert(1)</script></body>";
    private static final String PDF =
            "%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>";

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired DataDirectory data;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private Caller officer = new Caller(0);

    @BeforeEach
    void anOfficer() {
        var county = village.county();
        var username = village.account(Role.COUNTY_OFFICER, county.top(), null);
        officer = new Caller(port).signIn(username, Village.PASSWORD);
    }

    @Test
    void rostersAndSignedPapersAreTheOnlyFilesAndNoRouteIsOneOfPictures() {
        var takers = new TreeSet<String>();
        for (var operation : Operation.all()) {
            for (var content : operation.contents()) {
                if (!content.equals("application/json")) {
                    takers.add(operation + " " + content);
                }
            }
        }
        assertThat(takers)
                .containsExactly(
                        "POST /api/admissions/{id}/papers/{code} multipart/form-data",
                        "POST /api/imports multipart/form-data");
        assertThat(mappings.getHandlerMethods().keySet().stream().map(RequestMappingInfo::toString))
                .noneMatch(route -> route.contains("image/"));
    }

    @Test
    void whatIsNoRosterIsRefusedWhateverItIsCalled() throws IOException {
        var files =
                Map.ofEntries(
                        Map.entry("照片.png", PNG),
                        Map.entry("带位置.jpg", jpeg()),
                        Map.entry("图.svg", SVG.getBytes(UTF_8)),
                        Map.entry("页.html", HTML.getBytes(UTF_8)),
                        Map.entry("文.pdf", PDF.getBytes(UTF_8)),
                        Map.entry("带宏.xlsm", macro()),
                        Map.entry("程序.jar", zip("META-INF/MANIFEST.MF", "Main-Class: X")),
                        // Two things at once, and called a roster.
                        Map.entry("gifar.xlsx", both("GIF89a".getBytes(UTF_8), macro())),
                        Map.entry("图压缩.xlsx", both(PNG, zip("a.txt", "x"))),
                        Map.entry("文页.xlsx", both(PDF.getBytes(UTF_8), HTML.getBytes(UTF_8))),
                        Map.entry("宏.xlsx", macro()),
                        Map.entry("图.xlsx", PNG),
                        Map.entry("图.csv", PNG));
        for (var file : files.entrySet()) {
            var one = RosterTexts.preview(officer, "member", file.getKey(), file.getValue());
            assertThat(one.get("state").asString()).as(file.getKey()).isEqualTo("rejected");
            assertThat(one.at("/fault/message").asString()).as(file.getKey()).isNotEmpty();
            keptNowhere(one);
        }
    }

    /** A page that calls itself a table is a table of odd words: it stays text. */
    @Test
    void aPageThatIsCalledATableComesBackAsATableOnly() {
        for (var text : List.of(SVG, HTML)) {
            var file = ("姓名,所在党支部\n\"" + text.replace("\"", "\"\"") + "\",无\n").getBytes(UTF_8);
            var one = RosterTexts.preview(officer, "member", "页.csv", file);
            var id = one.get("id").asString();
            assertThat(one.get("state").asString()).isEqualTo("previewed");

            var failed = officer.get("/api/imports/" + id + "/failed");
            assertThat(failed.header("Content-Type")).startsWith("text/csv");
            assertThat(failed.header("Content-Disposition")).startsWith("attachment;");
            assertThat(failed.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(failed.header("Content-Security-Policy")).startsWith("default-src 'self'");
            var rows = officer.get("/api/imports/" + id + "/rows");
            assertThat(rows.header("Content-Type")).startsWith("application/json");
            keptNowhere(one);
        }
    }

    @Test
    void aPathInTheNameOfAFileLeadsNowhere() {
        for (var name :
                List.of(
                        "../../../etc/cron.d/x.csv",
                        "..\\\\..\\\\windows\\\\x.csv",
                        "/etc/passwd.csv",
                        "C:\\\\x.csv",
                        "....//x.csv")) {
            var file = RosterTexts.csv(List.of(RosterTexts.fresh("施一")));
            var one = RosterTexts.preview(officer, "member", name, file);

            assertThat(one.get("fileName").asString()).doesNotContain("/").doesNotContain("\\");
            keptNowhere(one);
        }
        assertThat(data.file("imports").resolveSibling("x.csv")).doesNotExist();
    }

    @Test
    void aBodyThatIsNoFormIsRefused() {
        for (var type :
                List.of(
                        "text/csv",
                        "application/json",
                        "application/octet-stream",
                        "image/png",
                        "multipart/form-data",
                        "multipart/mixed; boundary=x")) {
            var request = officer.request("/api/imports").header("Content-Type", type);
            var answer = officer.send(request.POST(BodyPublishers.ofByteArray(PNG)));
            assertThat(answer.status()).as(type).isIn(400, 415);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        }
    }

    @Test
    void whatIsTooLargeIsRefusedAndNotKept() throws IOException {
        var before = kept();
        var huge = new byte[(int) ImportFiles.LARGEST + 1];
        var answer = officer.upload("/api/imports", "大.csv", huge, Map.of("kind", "member"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.response().body()).contains("100 MB");
        assertThat(kept()).isEqualTo(before);
    }

    /** Nothing of a file stays in the data directory: it goes last, once all else is settled. */
    private void keptNowhere(JsonNode one) {
        var file = data.file("imports").resolve(one.get("id").asString());
        for (var i = 0; i < 600 && Files.exists(file); i++) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        assertThat(file).doesNotExist();
    }

    private List<Path> kept() throws IOException {
        if (!Files.exists(data.file("imports"))) {
            return List.of();
        }
        try (var files = Files.list(data.file("imports"))) {
            return files.sorted().toList();
        }
    }

    /** As much of a photograph as says where it was taken. */
    private static byte[] jpeg() {
        var start = new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe1, 0, 60};
        return both(start, GPS.getBytes(UTF_8));
    }

    private static byte[] macro() throws IOException {
        return zip("xl/vbaProject.bin", "Sub Auto_Open()");
    }

    private static byte[] zip(String name, String content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] both(byte[] one, byte[] other) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(one);
        bytes.writeBytes(other);
        return bytes.toByteArray();
    }
}
