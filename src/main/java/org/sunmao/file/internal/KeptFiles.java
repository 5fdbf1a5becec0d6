package org.sunmao.file.internal;

import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.file.FileId;
import org.sunmao.file.Files;
import org.sunmao.file.KeptFile;
import org.sunmao.file.NewFile;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Keeping files, piece by piece. */
@Service
class KeptFiles implements Files {

    /** What no system lets into the name of a file. */
    private static final Pattern NO_NAME = Pattern.compile("[\\p{Cntrl}\\\\/:*?\"<>|]");

    private static final int LONGEST_NAME = 200;

    /** The purpose under which a file is lent, or may come to lie elsewhere. */
    private static final String HAND_OVER = "hand-over-file";

    private final Scopes scopes;
    private final FileStore store;
    private final Journal journal;

    KeptFiles(Scopes scopes, FileStore store, Journal journal) {
        this.scopes = scopes;
        this.store = store;
        this.journal = journal;
    }

    @Override
    public KeptFile keep(Scope scope, NewFile file, InputStream content) {
        check(file);
        try {
            var kept = write(file, content);
            store.add(kept);
            journal.append(scope.actor(), act(scope, kept));
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<KeptFile> find(Scope scope, FileId id) {
        return store.find(scope, id);
    }

    @Override
    public Optional<Lent> lend(Scope scope, FileId id) {
        scopes.about(id.value(), HAND_OVER);
        return find(scope, id).map(file -> new Lent(file, open(scope, id)));
    }

    @Override
    public void handOver(Scope scope, FileId id, UUID organization) {
        scopes.about(id.value(), HAND_OVER);
        var before = store.holder(id).orElseThrow(NotFound::new);
        if (before.equals(organization)) {
            return;
        }
        store.handOver(id, organization);
        journal.append(
                scope.actor(),
                new Act(
                        organization,
                        "file.hand-over",
                        "file",
                        id.value(),
                        scope.day(),
                        List.of(),
                        Map.of(
                                "before", Map.of("organization", before),
                                "after", Map.of("organization", organization))));
    }

    @Override
    public InputStream open(Scope scope, FileId id) {
        var file = find(scope, id).orElseThrow(NotFound::new);
        return new Chunks(
                file.size(), number -> store.chunk(scope, id, number).orElseThrow(NotFound::new));
    }

    private static void check(NewFile file) {
        var name = file.name();
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new InputRefused("/name", "文件名应有 1 到 " + LONGEST_NAME + " 个字");
        }
        if (NO_NAME.matcher(name).find()) {
            throw new InputRefused("/name", "文件名里不能有 \\ / : * ? \" < > | 和不可见的字符");
        }
        try {
            MediaType.parseMediaType(file.mediaType());
        } catch (InvalidMediaTypeException e) {
            throw new InputRefused("/mediaType", "不认识的文件类型：" + file.mediaType());
        }
    }

    private KeptFile write(NewFile file, InputStream content) throws IOException {
        var id = FileId.next();
        var hash = sha256();
        var size = 0L;
        for (var number = 0; ; number++) {
            var chunk = content.readNBytes(FileStore.CHUNK);
            if (chunk.length == 0) {
                break;
            }
            size += chunk.length;
            if (size > LARGEST) {
                var most = LARGEST / 1024 / 1024;
                throw new InputRefused("/file", "“" + file.name() + "”超过 " + most + " MB，没有保存");
            }
            hash.update(chunk);
            store.addChunk(id, number, file.organization(), chunk);
        }
        if (size == 0) {
            throw new InputRefused("/file", "“" + file.name() + "”是空的，没有保存");
        }
        return kept(id, file, size, HexFormat.of().formatHex(hash.digest()));
    }

    private static KeptFile kept(FileId id, NewFile file, long size, String sha256) {
        return new KeptFile(
                id,
                file.organization(),
                file.name(),
                file.mediaType(),
                file.purpose(),
                size,
                sha256);
    }

    private static Act act(Scope scope, KeptFile file) {
        return new Act(
                file.organization(),
                "file.keep",
                "file",
                file.id().value(),
                scope.day(),
                List.of(),
                Map.of("after", file));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
