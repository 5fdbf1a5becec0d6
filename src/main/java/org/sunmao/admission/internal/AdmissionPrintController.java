package org.sunmao.admission.internal;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.SignedIn;
import org.sunmao.admission.internal.AdmissionPrinting.Printed;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Papers of a case and its map, as PDF. */
@RestController
class AdmissionPrintController {

    private static final String PDF = MediaType.APPLICATION_PDF_VALUE;

    private final AdmissionPrinting printing;
    private final Papers papers;

    AdmissionPrintController(AdmissionPrinting printing, Papers papers) {
        this.papers = papers;
        this.printing = printing;
    }

    /** The map of a case: gates, steps and what is waited for. */
    @Requires(Right.ADMISSIONS_READ)
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = PDF, schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/api/admissions/{id}/print")
    ResponseEntity<byte[]> map(SignedIn who, @PathVariable UUID id) {
        return answer(printing.map(who, id, false));
    }

    /**
     * A paper, filled with what is known and with room for the rest.
     *
     * @param code D01 to D29, without D08, which people write themselves
     */
    @Requires(Right.ADMISSIONS_READ)
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = PDF, schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/api/admissions/{id}/papers/{code}/print")
    ResponseEntity<byte[]> paper(SignedIn who, @PathVariable UUID id, @PathVariable String code) {
        return answer(printing.paper(who, id, code, false));
    }

    /**
     * A paper as it was brought: the photograph or PDF of what was signed by hand.
     *
     * @param code D01 to D29
     */
    @Requires(Right.ADMISSIONS_READ)
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.ALL_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/api/admissions/{id}/papers/{code}")
    ResponseEntity<byte[]> brought(SignedIn who, @PathVariable UUID id, @PathVariable String code) {
        var read = papers.read(who, id, code);
        return answer(read.name(), MediaType.parseMediaType(read.type()), read.content());
    }

    /** One's own map. */
    @Requires(Right.ADMISSION_READ_OWN)
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = PDF, schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/api/mine/admissions/print")
    ResponseEntity<byte[]> ownMap(SignedIn who, @RequestParam UUID admission) {
        return answer(printing.map(who, admission, true));
    }

    /**
     * A paper one writes oneself: the two applications, and the sample of the state's form.
     *
     * @param code D01, D19 or D27
     */
    @Requires(Right.ADMISSION_READ_OWN)
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = PDF, schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/api/mine/admissions/paper")
    ResponseEntity<byte[]> ownPaper(
            SignedIn who, @RequestParam UUID admission, @RequestParam String code) {
        return answer(printing.paper(who, admission, code, true));
    }

    private static ResponseEntity<byte[]> answer(Printed printed) {
        return answer(printed.name(), MediaType.APPLICATION_PDF, printed.content());
    }

    private static ResponseEntity<byte[]> answer(String name, MediaType type, byte[] content) {
        var shown = ContentDisposition.inline().filename(name, StandardCharsets.UTF_8).build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, shown.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(content);
    }
}
