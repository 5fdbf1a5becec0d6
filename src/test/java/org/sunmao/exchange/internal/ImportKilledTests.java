package org.sunmao.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sunmao.exchange.internal.RosterTexts.count;
import static org.sunmao.exchange.internal.RosterTexts.csv;
import static org.sunmao.exchange.internal.RosterTexts.id;
import static org.sunmao.exchange.internal.RosterTexts.someone;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunmao.Sunmao;
import org.sunmao.house.Caller;
import org.sunmao.house.FirstHour;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A house that is killed in the midst of reading or writing a roster begins anew by itself: before,
 * nothing of it is there, and afterwards all of it, once.
 */
class ImportKilledTests {

    private static final Pattern LINK = Pattern.compile("/first#token=(\\S+)");
    private static final String PASSWORD = "a long passphrase of words";
    private static final String BRANCH = "中共东村党支部";
    private static final int ROWS = 12_000;

    @TempDir Path data;
    private final List<Process> houses = new ArrayList<>();
    private int port;

    @AfterEach
    void closeAllHouses() throws InterruptedException {
        for (var house : houses) {
            house.destroy();
            house.waitFor();
        }
    }

    @Test
    void aRosterIsWholeOrAbsentHoweverTheHouseEnds() throws Exception {
        var token = open();
        var officer = new FirstHour(port, PASSWORD).officer(token, "first.officer");
        branch(officer);
        var sent = officer.upload("/api/imports", "名册.csv", csv(rows()), Map.of("kind", "member"));
        assertThat(sent.json().get("state").asString()).isEqualTo("previewing");
        killAndOpen();
        officer = officer.at(port); // a session outlives the house it was opened in
        var one = RosterTexts.rest(officer, id(sent.json()));
        assertThat(count(one, "valid")).isEqualTo(ROWS);

        officer.stepUp();
        officer.post("/api/imports/" + id(one) + "/commit", Map.of());
        whileItWrites(officer, id(one));
        killAndOpen();
        officer = officer.at(port); // a session outlives the house it was opened in

        var done = RosterTexts.rest(officer, id(one));
        assertThat(done.get("state").asString()).isEqualTo("committed");
        assertThat(done.get("interrupted").asBoolean()).isTrue();
        assertThat(count(done, "written")).isEqualTo(ROWS);
        assertThat(officer.get("/api/members/count").json().get("count").asInt()).isEqualTo(ROWS);
    }

    private void killAndOpen() throws IOException, InterruptedException {
        houses.getLast().destroyForcibly().waitFor();
        open();
    }

    /** It is killed after some rows and before the last; none of them can be seen by others. */
    private static void whileItWrites(Caller officer, UUID id) throws InterruptedException {
        for (var i = 0; i < 3000; i++) {
            var one = officer.get("/api/imports/" + id).json();
            var done = one.at("/progress/done").asInt();
            if (one.at("/progress/step").asString("").equals("写入") && done > 0 && done < ROWS) {
                assertThat(officer.get("/api/members/count").json().get("count").asInt()).isZero();
                return;
            }
            Thread.sleep(10);
        }
        throw new IllegalStateException("the commit was never met at work");
    }

    private static List<List<String>> rows() {
        var rows = new ArrayList<List<String>>();
        for (var i = 0; i < ROWS; i++) {
            rows.add(someone("王五", LocalDate.of(1960, 1, 1).plusDays(i), 1, BRANCH));
        }
        return rows;
    }

    private static void branch(Caller officer) {
        var top = officer.get("/api/organizations").json().at("/items/0/id").asString();
        var made =
                officer.post(
                        "/api/organizations",
                        Map.of(
                                "parent", top,
                                "name", BRANCH,
                                "kind", "branch",
                                "field", "village",
                                "establishedOn", "2001-07-01"));
        assertThat(made.status()).as(made.response().body()).isEqualTo(201);
    }

    /**
     * Opens a house of its own on the data, and tells the token of the first link, if it has one.
     */
    private String open() throws IOException {
        port = freePort();
        var house =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx512m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Sunmao.class.getName(),
                                "--sunmao.data=" + data,
                                "--sunmao.demo=none",
                                "--server.port=" + port)
                        .redirectErrorStream(true)
                        .start();
        houses.add(house);
        return opened(house);
    }

    private String opened(Process house) throws IOException {
        var out =
                new BufferedReader(
                        new InputStreamReader(house.getInputStream(), StandardCharsets.UTF_8));
        var token = "";
        var started = false;
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            var link = LINK.matcher(line);
            if (link.find()) {
                token = link.group(1);
            }
            started |= line.contains("Started Sunmao");
            if (started && (houses.size() > 1 || !token.isEmpty())) {
                Thread.ofPlatform().daemon().start(() -> drain(out));
                return token;
            }
        }
        throw new IllegalStateException("the house did not open");
    }

    /** A process whose output nobody takes stands still. */
    private static void drain(BufferedReader out) {
        try {
            while (out.readLine() != null) {
                // it is enough that it was read
            }
        } catch (IOException _) {
            // the house has ended
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
