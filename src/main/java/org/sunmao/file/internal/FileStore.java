package org.sunmao.file.internal;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.file.FileId;
import org.sunmao.file.KeptFile;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** Files in PostgreSQL: they are backed up, restored and protected with the rows they belong to. */
@Repository
class FileStore {

    static final int CHUNK = 256 * 1024;

    private static final String ADD_CHUNK =
            """
            insert into file.chunk (content, number, organization, bytes)
            values (:content, :number, :organization, :bytes)
            """;
    private static final String ADD =
            """
            insert into file.content (id, organization, name, media_type, purpose, size, sha256)
            values (:id, :organization, :name, :mediaType, :purpose, :size, :sha256)
            """;
    private static final String FIND =
            """
            select id, organization, name, media_type, purpose, size, sha256 from file.content
            where id = :id
              and (:everything or organization in (select s.id from scope.organizations() s (id))
                or (id = (select scope.subject())
                  and (select scope.purpose()) = 'hand-over-file'))
            """;
    private static final String HOLDER =
            "select organization from file.content where id = :id for update";
    private static final String HAND_OVER =
            "update file.content set organization = :organization where id = :id";
    private static final String CHUNK_OF =
            """
            select bytes from file.chunk
            where content = :content and number = :number
              and (:everything or organization in (select s.id from scope.organizations() s (id))
                or (content = (select scope.subject())
                  and (select scope.purpose()) = 'hand-over-file'))
            """;

    private static final RowMapper<KeptFile> KEPT =
            (row, _) ->
                    new KeptFile(
                            new FileId(row.getObject("id", UUID.class)),
                            row.getObject("organization", UUID.class),
                            row.getString("name"),
                            row.getString("media_type"),
                            row.getString("purpose"),
                            row.getLong("size"),
                            HexFormat.of().formatHex(row.getBytes("sha256")));

    private final JdbcClient jdbc;

    FileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void addChunk(FileId content, int number, UUID organization, byte[] bytes) {
        jdbc.sql(ADD_CHUNK)
                .param("content", content.value())
                .param("number", number)
                .param("organization", organization)
                .param("bytes", bytes)
                .update();
    }

    void add(KeptFile file) {
        jdbc.sql(ADD)
                .param("id", file.id().value())
                .param("organization", file.organization())
                .param("name", file.name())
                .param("mediaType", file.mediaType())
                .param("purpose", file.purpose())
                .param("size", file.size())
                .param("sha256", HexFormat.of().parseHex(file.sha256()))
                .update();
    }

    Optional<KeptFile> find(Scope scope, FileId id) {
        return jdbc.sql(FIND)
                .param("id", id.value())
                .param("everything", scope.everything())
                .query(KEPT)
                .optional();
    }

    /** Whose it is, for whoever acts about this file. */
    Optional<UUID> holder(FileId id) {
        return jdbc.sql(HOLDER).param("id", id.value()).query(UUID.class).optional();
    }

    /** Its pieces go with it. */
    void handOver(FileId id, UUID organization) {
        jdbc.sql(HAND_OVER).param("id", id.value()).param("organization", organization).update();
    }

    /** One piece of a file; nothing behind its last, or outside the scope. */
    Optional<byte[]> chunk(Scope scope, FileId content, int number) {
        return jdbc.sql(CHUNK_OF)
                .param("content", content.value())
                .param("number", number)
                .param("everything", scope.everything())
                .query((row, _) -> row.getBytes(1))
                .optional();
    }
}
