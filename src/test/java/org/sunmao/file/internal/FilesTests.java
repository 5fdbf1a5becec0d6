package org.sunmao.file.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.SignedIn.State;
import org.sunmao.file.FileId;
import org.sunmao.file.Files;
import org.sunmao.file.KeptFile;
import org.sunmao.file.NewFile;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;
import org.sunmao.web.InputRefused;

import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;

/** Keeping and fetching on real PostgreSQL, over the real interface. */
@HouseTest
class FilesTests {

    private static final Role OFFICER = Role.TOWNSHIP_OFFICER;
    private static final int MEGABYTE = 1024 * 1024;
    private static final String END_OWN_CONNECTION =
            "select pg_terminate_backend(pg_backend_pid())";

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired Files files;
    @Autowired Scopes scopes;
    @Autowired JdbcClient jdbc;

    private UUID east;
    private UUID west;

    @BeforeEach
    void twoTownships() {
        var county = village.county();
        east = county.townships().getFirst().top();
        west = county.townships().getLast().top();
    }

    @Test
    void whatWasKeptIsFetchedAsItWas() throws Exception {
        var content = text("批复".repeat(200_000)); // more than four chunks
        var file = keep("关于『合并』的批复 (1).pdf", content);
        assertThat(file.sha256()).isEqualTo(sha256(content));
        assertThat(file.size()).isEqualTo(content.length);

        var answer = officer(east).get("/api/files/" + file.id().value());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().body()).isEqualTo(new String(content, StandardCharsets.UTF_8));
        assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(answer.header("Content-Length")).isEqualTo("" + content.length);
        assertThat(answer.header("ETag")).isEqualTo("\"" + file.sha256() + "\"");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo(
                        "inline; filename=\"_________ (1).pdf\"; filename*=UTF-8''"
                                + "%E5%85%B3%E4%BA%8E%E3%80%8E%E5%90%88%E5%B9%B6%E3%80%8F"
                                + "%E7%9A%84%E6%89%B9%E5%A4%8D%20%281%29.pdf");
    }

    @Test
    void aPageIsNeverShownAsOne() {
        var page = keep("页.html", "text/html", text("<script>alert(1)</script>"));
        var answer = officer(east).get("/api/files/" + page.id().value());
        assertThat(answer.header("Content-Disposition")).startsWith("attachment;");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void whoHasItAlreadyIsToldSoAndAPartIsGivenAsAPart() {
        var file = keep("批复.pdf", text("x".repeat(300_000) + "yz"));
        var path = "/api/files/" + file.id().value();
        var officer = officer(east);

        var again = officer.request(path).header("If-None-Match", "\"" + file.sha256() + "\"");
        assertThat(officer.send(again.GET()).status()).isEqualTo(304);
        var part = officer.send(officer.request(path).header("Range", "bytes=299999-").GET());
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.response().body()).isEqualTo("xyz");
    }

    @Test
    void aNeighbourFindsNothingAndTheDatabaseGivesNoRow() {
        var file = keep("批复.pdf", text("东乡的"));
        assertThat(officer(west).get("/api/files/" + file.id().value()).status()).isEqualTo(404);
        var member = village.account(Role.MEMBER, east, village.member(east, "张三"));
        var caller = new Caller(port).signIn(member, Village.PASSWORD);
        assertThat(caller.get("/api/files/" + file.id().value()).status()).isEqualTo(403);

        assertThat(rows("content", file.id())).isZero();
        assertThat(rows("chunk", file.id())).isZero();
        long held = scopes.system("test", _ -> rows("chunk", file.id()));
        assertThat(held).isOne();
    }

    @Test
    void whatIsHandedOverIsReadWhereItCameToAndNowhereElse() {
        var content = text("材料".repeat(100_000));
        var file = keep("申请书.pdf", content);
        var taker = new SignedIn(new UUID(0, 1), "t", "接", OFFICER, west, null, State.OPEN);
        scopes.write(
                taker,
                scope -> {
                    files.handOver(scope, file.id(), west);
                    files.handOver(scope, file.id(), west);
                    return true;
                });
        var path = "/api/files/" + file.id().value();
        var answer = officer(west).get(path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().body()).isEqualTo(new String(content, StandardCharsets.UTF_8));
        assertThat(officer(east).get(path).status()).isEqualTo(404);
        assertThat(chunksOfEast()).isZero();
        assertThat(acts(file, west)).containsExactly("file.hand-over");
    }

    @Test
    void keepingIsRecorded() {
        var file = keep("批复.pdf", text("x"));
        assertThat(acts(file, east)).containsExactly("file.keep");
    }

    private List<@Nullable String> acts(KeptFile file, UUID organization) {
        return jdbc.sql("select action from journal.entry where subject = ? and organization = ?")
                .param(file.id().value())
                .param(organization)
                .query(String.class)
                .list();
    }

    @Test
    void whatCannotBeKeptIsRefusedWithItsReason() {
        assertThatThrownBy(() -> keep("空.pdf", text("")))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("是空的");
        assertThatThrownBy(() -> keep("../x.pdf", text("x"))).hasMessageContaining("不能有");
        assertThatThrownBy(() -> keep(" ", text("x"))).hasMessageContaining("文件名应有");
        assertThatThrownBy(() -> keep("x.pdf", "no type", text("x")))
                .hasMessageContaining("不认识的文件类型");
        assertThatThrownBy(() -> keep("大.pdf", new Endless(_ -> {})))
                .hasMessageContaining("“大.pdf”超过 50 MB");
        assertThat(chunksOfEast()).isZero();
    }

    @Test
    void aLargeFileIsKeptAndFetchedPieceByPiece() throws Exception {
        var before = heap();
        var file =
                keep(
                        "大.pdf",
                        new Endless(
                                given -> {
                                    if (given == 30L * MEGABYTE) {
                                        assertThat(heap() - before).isLessThan(12L * MEGABYTE);
                                        throw new Endless.End();
                                    }
                                }));
        assertThat(file.size()).isEqualTo(30L * MEGABYTE);
        var officer = officer(east);
        var request = officer.request("/api/files/" + file.id().value()).build();
        try (var http = HttpClient.newHttpClient();
                var body = http.send(request, BodyHandlers.ofInputStream()).body()) {
            var hash = MessageDigest.getInstance("SHA-256");
            hash.update(body.readNBytes(20 * MEGABYTE));
            assertThat(heap() - before).isLessThan(12L * MEGABYTE);
            hash.update(body.readAllBytes());
            assertThat(HexFormat.of().formatHex(hash.digest())).isEqualTo(file.sha256());
        }
    }

    @Test
    void aStreamThatBreaksOffLeavesNothing() {
        var broken =
                new Endless(
                        given -> {
                            if (given == MEGABYTE) {
                                throw new IllegalStateException("the line is dead");
                            }
                        });
        assertThatThrownBy(() -> keep("半.pdf", broken)).hasMessageContaining("the line is dead");
        assertThat(chunksOfEast()).isZero();
    }

    @Test
    void aServerThatIsKilledHalfWayLeavesNothing() {
        var killing =
                new Endless(
                        given -> {
                            if (given == MEGABYTE) {
                                jdbc.sql(END_OWN_CONNECTION).query(Boolean.class).single();
                            }
                        });
        assertThatThrownBy(() -> keep("半.pdf", killing)).isNotInstanceOf(InputRefused.class);
        assertThat(chunksOfEast()).isZero();
    }

    @Test
    void whatIsKeptCannotBeChanged() {
        var file = keep("批复.pdf", text("x"));
        for (var sql :
                new String[] {
                    "update file.content set name = 'y' where id = ?",
                    "update file.chunk set bytes = '\\x00' where content = ?",
                    "delete from file.chunk where content = ?"
                }) {
            assertThatThrownBy(
                            () ->
                                    scopes.system(
                                            "test",
                                            _ -> jdbc.sql(sql).param(file.id().value()).update()))
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private KeptFile keep(String name, byte[] content) {
        return keep(name, "application/pdf", content);
    }

    private KeptFile keep(String name, String mediaType, byte[] content) {
        var file = new NewFile(east, name, mediaType, "test.paper");
        return scopes.system("test", scope -> files.keep(scope, file, content));
    }

    private KeptFile keep(String name, InputStream content) {
        var file = new NewFile(east, name, "application/pdf", "test.paper");
        return scopes.system("test", scope -> files.keep(scope, file, content));
    }

    private Caller officer(UUID organization) {
        var username = village.account(Role.TOWNSHIP_OFFICER, organization, null);
        return new Caller(port).signIn(username, Village.PASSWORD);
    }

    private long rows(String table, FileId id) {
        var key = table.equals("content") ? "id" : "content";
        return jdbc.sql("select count(*) from file." + table + " where " + key + " = ?")
                .param(id.value())
                .query(Long.class)
                .single();
    }

    private long chunksOfEast() {
        return scopes.system(
                "test",
                _ ->
                        jdbc.sql("select count(*) from file.chunk where organization = ?")
                                .param(east)
                                .query(Long.class)
                                .single());
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    /** What is in use when all that can go is gone. */
    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Gives bytes without end, and tells how many it has given at every whole chunk. */
    private static final class Endless extends InputStream {

        static final class End extends RuntimeException {
            private static final long serialVersionUID = 1L;
        }

        private final LongConsumer told;
        private long given;

        Endless(LongConsumer told) {
            this.told = told;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            try {
                told.accept(given);
            } catch (End _) {
                return -1;
            }
            assertThat(length).isLessThanOrEqualTo(FileStore.CHUNK);
            var most = (int) Math.min(length, MEGABYTE - given % MEGABYTE);
            Arrays.fill(into, offset, offset + most, (byte) (given / 7919));
            given += most;
            return most;
        }
    }
}
