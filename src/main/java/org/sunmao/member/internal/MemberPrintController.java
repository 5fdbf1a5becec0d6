package org.sunmao.member.internal;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.SignedIn;
import org.sunmao.member.internal.MemberPrinting.EnvelopeOrder;
import org.sunmao.member.internal.MemberPrinting.Printed;
import org.sunmao.web.AsOf;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

@RestController
@RequestMapping("/api/members")
class MemberPrintController {

    private static final String PDF = MediaType.APPLICATION_PDF_VALUE;

    private final MemberPrinting printing;

    MemberPrintController(MemberPrinting printing) {
        this.printing = printing;
    }

    /** The sheet of a member, masked as on the screen. */
    @Requires({Right.MEMBERS_READ, Right.MEMBER_READ_OWN})
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = PDF, schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/{id}/sheet.pdf")
    ResponseEntity<byte[]> sheet(SignedIn who, @PathVariable UUID id, @ParameterObject AsOf asOf) {
        return answer(printing.sheet(who, asOf, id));
    }

    /** The members of an organization and below it as a table. */
    @Requires(Right.ROSTERS_EXPORT)
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = PDF, schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/roster.pdf")
    ResponseEntity<byte[]> roster(
            SignedIn who,
            @RequestParam(required = false) @Nullable UUID organization,
            @ParameterObject AsOf asOf) {
        return answer(printing.roster(who, asOf, organization));
    }

    /** Envelopes of notices, one a page. */
    @Requires(Right.ROSTERS_EXPORT)
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = PDF, schema = @Schema(type = "string", format = "binary")))
    @PostMapping("/envelopes.pdf")
    ResponseEntity<byte[]> envelopes(SignedIn who, @RequestBody EnvelopeOrder order) {
        return answer(printing.envelopes(who, order));
    }

    private static ResponseEntity<byte[]> answer(Printed printed) {
        var name =
                ContentDisposition.inline()
                        .filename(printed.name(), StandardCharsets.UTF_8)
                        .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(printed.content());
    }
}
