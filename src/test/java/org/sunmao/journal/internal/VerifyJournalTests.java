package org.sunmao.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.sunmao.Sunmao;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** The command as it is typed: a process of its own, beside the running house and without it. */
class VerifyJournalTests {

    @TempDir Path data;

    private record Ended(int code, String told) {}

    @Test
    void theCommandVerifiesBesideTheServerAndWithoutIt() throws Exception {
        share();
        var connection = data.resolve("connection");
        try (var house = serve()) {
            var journal = new JournalHouse(house);
            journal.say(3);
            journal.seal();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(connection)))
                    .isEqualTo("rw-------");

            var beside = command("verify-journal");
            assertThat(beside.told())
                    .contains("日志完整")
                    .doesNotContain("注意")
                    .as("with the one that tells of the first calendar")
                    .contains("The journal is whole: 4 sealed, 0 not sealed yet");
            assertThat(beside.code()).isZero();
            journal.say(1);
        }
        assertThat(connection).doesNotExist();

        // A server that was killed leaves such a file behind.
        Files.writeString(connection, "pid=1\nurl=jdbc:postgresql://127.0.0.1:1/none\n");
        var heads = data.resolve(HeadsFile.NAME);
        var lines = new ArrayList<>(Files.readAllLines(heads));
        lines.set(0, lines.getFirst().replaceFirst("\"leaves\":\"....", "\"leaves\":\"AAAA"));
        Files.write(heads, lines);
        var alone = command("verify-journal");
        assertThat(alone.told())
                .contains("封存头文件被改动（altered file of heads）")
                .as("a house closed in order leaves nothing unsealed")
                .contains("The journal is NOT whole: 5 sealed, 0 not sealed yet");
        assertThat(alone.code()).isEqualTo(1);
        assertThat(connection).doesNotExist();
    }

    @Test
    void whereThereAreNoDataNothingIsMade() throws Exception {
        var nothing = command("verify-journal");
        assertThat(nothing.code()).isEqualTo(2);
        assertThat(nothing.told()).contains("没有榫卯的数据").doesNotContain("\tat ");
        assertThat(data.resolve("postgres")).doesNotExist();
    }

    @Test
    void anUnknownCommandIsToldWhichThereAre() throws Exception {
        var unknown = command("verify-journey");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.told()).contains("verify-journal");
    }

    private ConfigurableApplicationContext serve() {
        return new SpringApplicationBuilder(Sunmao.class)
                .run("--sunmao.data=" + data, "--sunmao.demo=none", "--server.port=0");
    }

    private Ended command(String name) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process =
                new ProcessBuilder(
                                List.of(
                                        java,
                                        "-XX:TieredStopAtLevel=1",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        Sunmao.class.getName(),
                                        name,
                                        "--sunmao.data=" + data))
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        var told = process.inputReader(UTF_8).readAllAsString();
        return new Ended(process.waitFor(), told);
    }

    /** Unpacking the programs anew would take seconds. */
    private void share() throws IOException {
        var ours = "target/test-data/" + ProcessHandle.current().pid();
        var shared = Files.createDirectories(Path.of(ours, "runtime")).toAbsolutePath();
        Files.createSymbolicLink(data.resolve("runtime"), shared);
    }
}
