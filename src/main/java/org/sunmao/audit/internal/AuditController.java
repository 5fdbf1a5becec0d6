package org.sunmao.audit.internal;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.SignedIn;
import org.sunmao.audit.internal.Actions.Named;
import org.sunmao.web.InputRefused;
import org.sunmao.web.Page;
import org.sunmao.web.PageLimit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

@RestController
@RequestMapping("/api")
class AuditController {

    /** An action and what it is called. */
    record AuditAction(String code, String label) {}

    /**
     * How far the log can be proved.
     *
     * @param sealed how many entries are bound by the last signed head
     * @param sealedAt when that was
     * @param open how many of the newest are not bound yet
     * @param rows how many lines a file holds at most
     */
    record AuditState(long sealed, @Nullable Instant sealedAt, long open, int rows) {}

    private final AuditLog log;
    private final AuditFile file;
    private final Actions actions;

    AuditController(AuditLog log, AuditFile file, Actions actions) {
        this.log = log;
        this.file = file;
        this.actions = actions;
    }

    /** All that was done, read and refused, the newest first. */
    @Requires(Right.AUDIT_READ)
    @GetMapping("/audit/log")
    Page<AuditItem> list(
            @ParameterObject AuditFilter filter,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return log.list(log.question(filter), after, PageLimit.of(limit));
    }

    @Requires(Right.AUDIT_READ)
    @GetMapping("/audit/actions")
    List<AuditAction> actions() {
        return actions.all().stream().map(AuditController::action).toList();
    }

    private static AuditAction action(Named named) {
        return new AuditAction(named.code(), named.label());
    }

    @Requires(Right.AUDIT_READ)
    @GetMapping("/audit/state")
    AuditState state() {
        var state = log.state();
        return new AuditState(state.sealed(), state.sealedAt(), state.open(), AuditFile.MOST);
    }

    /** The lines asked for as a file; that it was taken stands in the log. */
    @Requires(Right.AUDIT_READ)
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @GetMapping(path = "/audit/log/file", produces = MediaType.ALL_VALUE)
    void file(
            SignedIn who,
            @ParameterObject AuditFilter filter,
            @RequestParam(required = false) @Nullable String format,
            HttpServletResponse response)
            throws IOException {
        var form =
                AuditFile.Form.find(format)
                        .orElseThrow(() -> new InputRefused("format", "请选择文件格式"));
        var question = log.question(filter);
        var name = file.open(who, filter, form);
        var disposition =
                ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build();
        response.setContentType(form.mediaType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition.toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        file.write(who, question, form, response.getOutputStream());
    }

    /** Alarms, the newest first: mass reading, numbers tried, sign-ins locked out. */
    @Requires({Right.SECURITY_MANAGE, Right.AUDIT_READ})
    @GetMapping("/security/alarms")
    Page<AuditItem> alarms(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return log.alarms(after, PageLimit.of(limit));
    }
}
