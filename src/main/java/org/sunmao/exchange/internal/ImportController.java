package org.sunmao.exchange.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.SignedIn;
import org.sunmao.access.StepUp;
import org.sunmao.exchange.internal.ImportMending.MendedRow;
import org.sunmao.exchange.internal.ImportMending.Said;
import org.sunmao.exchange.internal.ImportMending.SettledKind;
import org.sunmao.exchange.internal.ImportPages.ImportItem;
import org.sunmao.exchange.internal.ImportPages.ProblemView;
import org.sunmao.exchange.internal.ImportPages.RowView;
import org.sunmao.exchange.internal.ImportRows.Asked;
import org.sunmao.web.Page;
import org.sunmao.web.PageLimit;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

@RestController
@RequestMapping("/api/imports")
class ImportController {

    /** What to do with warnings nobody confirmed: accept or leave. */
    record Commit(@Nullable String warnings) {}

    /** What to do if rows were changed since: leave or abandon. */
    record Undo(@Nullable String changed) {}

    /** The form as it is described; it is read as it arrives, see {@link Uploads}. */
    private record RosterForm(
            @Schema(type = "string", format = "binary") String file,
            @Schema(allowableValues = {"organization", "body", "member", "officer", "admission"})
                    String kind) {}

    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Imports imports;
    private final ImportMending mending;
    private final ImportListing listing;
    private final ImportEvents events;
    private final Uploads uploads;
    private final RosterTemplates templates;

    ImportController(
            Imports imports,
            ImportMending mending,
            ImportListing listing,
            ImportEvents events,
            Uploads uploads,
            RosterTemplates templates) {
        this.imports = imports;
        this.mending = mending;
        this.listing = listing;
        this.events = events;
        this.uploads = uploads;
        this.templates = templates;
    }

    @Requires(Right.ROSTERS_IMPORT)
    @Operation(
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = RosterForm.class))))
    @PostMapping
    ResponseEntity<ImportView> begin(SignedIn who, HttpServletRequest request) {
        var view = uploads.take(who, request);
        return ResponseEntity.created(URI.create("/api/imports/" + view.id())).body(view);
    }

    @Requires(Right.ROSTERS_IMPORT)
    @GetMapping
    Page<ImportItem> list(
            SignedIn who,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return imports.list(who, after, PageLimit.of(limit));
    }

    @Requires(Right.ROSTERS_IMPORT)
    @GetMapping(path = "/template", produces = MediaType.ALL_VALUE)
    ResponseEntity<byte[]> template(@RequestParam String kind) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(XLSX))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(RosterTemplates.name(kind)))
                .body(templates.of(kind));
    }

    @Requires(Right.ROSTERS_IMPORT)
    @GetMapping("/{id}")
    ImportView get(SignedIn who, @PathVariable UUID id) {
        return imports.get(who, id);
    }

    @Requires(Right.ROSTERS_IMPORT)
    @DeleteMapping("/{id}")
    ResponseEntity<Void> discard(SignedIn who, @PathVariable UUID id) {
        imports.discard(who, id);
        return ResponseEntity.noContent().build();
    }

    @Requires(Right.ROSTERS_IMPORT)
    @GetMapping("/{id}/problems")
    Page<ProblemView> problems(
            SignedIn who,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String field,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var asked = new Asked(level, code, field);
        return listing.problems(who, id, asked, after, PageLimit.of(limit));
    }

    @Requires(Right.ROSTERS_IMPORT)
    @GetMapping("/{id}/rows")
    Page<RowView> rows(
            SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "all") String only,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String field,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var asked = new Asked(level, code, field);
        return listing.rows(who, id, only, asked, after, PageLimit.of(limit));
    }

    @Requires(Right.ROSTERS_IMPORT)
    @GetMapping("/{id}/rows/{row}")
    RowView row(SignedIn who, @PathVariable UUID id, @PathVariable int row) {
        return mending.row(who, id, row);
    }

    @Requires(Right.ROSTERS_IMPORT)
    @PatchMapping("/{id}/rows/{row}")
    RowView mend(
            SignedIn who,
            @PathVariable UUID id,
            @PathVariable int row,
            @RequestBody MendedRow mended) {
        return mending.mend(who, id, row, mended);
    }

    @Requires(Right.ROSTERS_IMPORT)
    @PostMapping("/{id}/settle")
    ImportView settle(SignedIn who, @PathVariable UUID id, @RequestBody SettledKind kind) {
        return mending.settle(who, id, kind);
    }

    @Requires(Right.ROSTERS_IMPORT)
    @PostMapping("/{id}/mapping")
    ImportView map(SignedIn who, @PathVariable UUID id, @RequestBody Said said) {
        return mending.map(who, id, said);
    }

    @Requires(Right.ROSTERS_IMPORT)
    @StepUp
    @PostMapping("/{id}/commit")
    ResponseEntity<ImportView> commit(
            SignedIn who,
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable Commit asked) {
        var view = imports.commit(who, id, asked == null ? null : asked.warnings());
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(view);
    }

    @Requires(Right.ROSTERS_IMPORT)
    @PostMapping("/{id}/undo")
    ResponseEntity<ImportView> undo(
            SignedIn who,
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable Undo asked) {
        var view = imports.undo(who, id, asked == null ? null : asked.changed());
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(view);
    }

    /** The file, made as it is sent. */
    @Requires(Right.ROSTERS_IMPORT)
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @GetMapping(path = "/{id}/failed", produces = MediaType.ALL_VALUE)
    void failed(SignedIn who, @PathVariable UUID id, HttpServletResponse response)
            throws IOException {
        var one = listing.out(who, id);
        var csv = "csv".equals(one.format());
        var name = one.fileName().replaceAll("\\.[^.]*$", "") + (csv ? "（待改）.csv" : "（待改）.xlsx");
        response.setContentType(csv ? "text/csv;charset=UTF-8" : XLSX);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(name));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        listing.writeOut(who, one, response.getOutputStream());
    }

    @Requires(Right.ROSTERS_IMPORT)
    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(SignedIn who, @PathVariable UUID id) {
        return events.tell(who, id);
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
