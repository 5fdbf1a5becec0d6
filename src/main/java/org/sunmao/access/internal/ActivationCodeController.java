package org.sunmao.access.internal;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.Role;
import org.sunmao.access.SignedIn;
import org.sunmao.access.StepUp;
import org.sunmao.access.internal.ActivationCode.Kind;
import org.sunmao.access.internal.ActivationCodes.AccountRow;
import org.sunmao.access.internal.ActivationCodes.Slip;
import org.sunmao.web.InputRefused;
import org.sunmao.web.Page;
import org.sunmao.web.PageLimit;

import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;

/** 党员账号: who of a branch has an account, and codes for those who have not. */
@RestController
@RequestMapping("/api/activation-codes")
class ActivationCodeController {

    record CodeOrder(@Nullable UUID member) {}

    record StripOrder(@Nullable UUID organization) {}

    /**
     * A code, told this once.
     *
     * @param address where the member opens the page
     * @param until the last day it is good
     */
    record CodeSlip(
            UUID member,
            String name,
            String organization,
            String code,
            String address,
            LocalDate until) {}

    private final ActivationCodes codes;
    private final CodeDownload download;

    ActivationCodeController(ActivationCodes codes, CodeDownload download) {
        this.codes = codes;
        this.download = download;
    }

    @Requires(Right.CODES_ISSUE)
    @GetMapping
    Page<AccountRow> list(
            SignedIn who,
            @RequestParam(required = false) @Nullable UUID organization,
            @RequestParam(defaultValue = "false") boolean applicants,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return codes.list(
                who,
                applicants ? Role.APPLICANT : Role.MEMBER,
                organization,
                after,
                PageLimit.of(limit));
    }

    /** For a member or an applicant without an account. */
    @Requires(Right.CODES_ISSUE)
    @PostMapping
    CodeSlip issue(SignedIn who, @RequestBody CodeOrder order) {
        return slip(codes.issue(who, order.member(), Kind.OPEN));
    }

    /** For a member who has forgotten the password. */
    @Requires(Right.CODES_ISSUE)
    @StepUp
    @PostMapping("/reset")
    CodeSlip reset(SignedIn who, @RequestBody CodeOrder order) {
        return slip(codes.issue(who, order.member(), Kind.RESET));
    }

    @Requires(Right.CODES_ISSUE)
    @PostMapping("/void")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void voidOpen(SignedIn who, @RequestBody CodeOrder order) {
        codes.voidOpen(who, order.member());
    }

    /** Strips for all without an account: a paper for one branch, a zip of papers for several. */
    @Requires(Right.CODES_ISSUE)
    @StepUp
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @PostMapping(path = "/strips", produces = MediaType.ALL_VALUE)
    void strips(SignedIn who, @RequestBody StripOrder order, HttpServletResponse response)
            throws IOException {
        var organization = order.organization();
        if (organization == null) {
            throw new InputRefused("/organization", "请选择党组织");
        }
        download.write(who, organization, address(), response);
    }

    private static CodeSlip slip(Slip s) {
        return new CodeSlip(s.member(), s.name(), s.organization(), s.code(), address(), s.until());
    }

    /** As the one who hands it out has come here; behind a proxy, as the proxy says. */
    private static String address() {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/m/activate")
                .toUriString();
    }
}
