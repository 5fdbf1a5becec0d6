package org.sunmao.exchange.internal;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.SignedIn;
import org.sunmao.access.StepUp;
import org.sunmao.exchange.internal.ExportReader.ExportOrder;
import org.sunmao.exchange.internal.ExportTerms.ExportTermsView;
import org.sunmao.web.Page;
import org.sunmao.web.PageLimit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

@RestController
@RequestMapping("/api/exports")
class ExportController {

    /**
     * What is said with a decision.
     *
     * @param reason needed to refuse
     */
    record ExportDecision(@Nullable String reason) {}

    private final Exports exports;
    private final ExportDownload downloads;
    private final ExportTerms terms;
    private final ExportReader reader;

    ExportController(
            Exports exports, ExportDownload downloads, ExportTerms terms, ExportReader reader) {
        this.exports = exports;
        this.downloads = downloads;
        this.terms = terms;
        this.reader = reader;
    }

    @Requires(Right.ROSTERS_EXPORT)
    @GetMapping("/terms")
    ExportTermsView terms(SignedIn who) {
        return terms.view(who.organization());
    }

    @Requires(Right.ROSTERS_EXPORT)
    @StepUp
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ExportView ask(SignedIn who, @RequestBody ExportOrder order) {
        return exports.ask(who, order);
    }

    /** One's own, and those one may decide: the newest first. */
    @Requires({Right.ROSTERS_EXPORT, Right.EXPORTS_APPROVE})
    @GetMapping
    Page<ExportView> list(
            SignedIn who,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return exports.list(who, after, PageLimit.of(limit));
    }

    @Requires({Right.ROSTERS_EXPORT, Right.EXPORTS_APPROVE})
    @GetMapping("/{id}")
    ExportView get(SignedIn who, @PathVariable UUID id) {
        return exports.get(who, id);
    }

    @Requires(Right.EXPORTS_APPROVE)
    @PostMapping("/{id}/approve")
    ExportView approve(SignedIn who, @PathVariable UUID id, @RequestBody ExportDecision decision) {
        return exports.decide(who, id, true, reader.optional(decision.reason()));
    }

    @Requires(Right.EXPORTS_APPROVE)
    @PostMapping("/{id}/refuse")
    ExportView refuse(SignedIn who, @PathVariable UUID id, @RequestBody ExportDecision decision) {
        return exports.decide(who, id, false, reader.optional(decision.reason()));
    }

    /** The file, made as it is sent. */
    @Requires(Right.ROSTERS_EXPORT)
    @StepUp
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @GetMapping(path = "/{id}/file", produces = MediaType.ALL_VALUE)
    void file(SignedIn who, @PathVariable UUID id, HttpServletResponse response)
            throws IOException {
        var opened = downloads.open(who, id);
        var name =
                ContentDisposition.attachment()
                        .filename(opened.name(), StandardCharsets.UTF_8)
                        .build();
        response.setContentType(opened.format().mediaType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, name.toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        downloads.write(who, opened, response.getOutputStream());
    }
}
