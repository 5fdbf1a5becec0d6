package org.sunmao.file.internal;

import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.StillHolds;
import org.sunmao.file.FileId;
import org.sunmao.file.Files;
import org.sunmao.file.KeptFile;
import org.sunmao.file.NewFile;
import org.sunmao.web.NotFound;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;

@RestController
class FileController {

    /** What a browser may show in its own window: nothing that could carry a script of ours. */
    private static final Set<String> SHOWN = Set.of("application/pdf", "image/png", "image/jpeg");

    private final Files files;
    private final FileStore store;
    private final Scopes scopes;
    private final StillHolds rights;

    FileController(Files files, FileStore store, Scopes scopes, StillHolds rights) {
        this.rights = rights;
        this.files = files;
        this.store = store;
        this.scopes = scopes;
    }

    @Requires(Right.FILES_READ)
    @GetMapping(path = "/api/files/{id}", produces = MediaType.ALL_VALUE)
    ResponseEntity<Resource> get(SignedIn who, @PathVariable UUID id) {
        var found = scopes.read(who, scope -> files.find(scope, new FileId(id)));
        var file = found.filter(one -> !tellsOfAPerson(one)).orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .eTag("\"" + file.sha256() + "\"")
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(file))
                .body(new Download(file, () -> stream(who, file)));
    }

    private static boolean tellsOfAPerson(KeptFile file) {
        return file.purpose().startsWith(NewFile.OF_A_PERSON);
    }

    /**
     * Each chunk is read in a transaction of its own: someone on a slow line holds no connection,
     * and whoever loses the right on the way gets no more of it.
     */
    private Chunks stream(SignedIn who, KeptFile file) {
        return new Chunks(
                file.size(),
                number ->
                        scopes.read(
                                        rights.again(who),
                                        scope -> store.chunk(scope, file.id(), number))
                                .orElseThrow(NotFound::new));
    }

    /** RFC 6266: the name in ASCII for what is old, and as it is (RFC 5987) for all others. */
    private static String disposition(KeptFile file) {
        var way = SHOWN.contains(file.mediaType()) ? "inline" : "attachment";
        var plain = file.name().replaceAll("[^ -~]", "_").replace('%', '_');
        var encoded = UriUtils.encode(file.name(), StandardCharsets.UTF_8);
        return "%s; filename=\"%s\"; filename*=UTF-8''%s".formatted(way, plain, encoded);
    }
}
