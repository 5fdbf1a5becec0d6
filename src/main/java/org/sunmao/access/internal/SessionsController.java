package org.sunmao.access.internal;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
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
import org.sunmao.access.SignedInOnly;
import org.sunmao.web.Page;
import org.sunmao.web.PageLimit;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/** Where one is signed in; for who looks after security, where anybody is. */
@RestController
@RequestMapping("/api/sessions")
class SessionsController {

    /** One of one's own sessions. */
    record OwnSessionView(
            UUID id, String role, String device, Instant since, Instant seen, boolean current) {}

    /** A session of anybody. */
    record OpenSessionView(
            UUID id,
            String username,
            String name,
            String role,
            String device,
            Instant since,
            Instant seen,
            boolean current) {}

    record SessionReason(@Nullable String reason) {}

    private final OpenSessions sessions;

    SessionsController(OpenSessions sessions) {
        this.sessions = sessions;
    }

    @SignedInOnly
    @GetMapping
    List<OwnSessionView> own(SignedIn who, HttpServletRequest request) {
        return sessions.own(who, token(request)).stream()
                .map(
                        one ->
                                new OwnSessionView(
                                        one.id(),
                                        one.role(),
                                        one.device(),
                                        one.openedAt(),
                                        one.seenAt(),
                                        one.current()))
                .toList();
    }

    /** All of one's own but this one. */
    @SignedInOnly
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOthers(SignedIn who, HttpServletRequest request) {
        var _ = sessions.endOthers(who, token(request));
    }

    @SignedInOnly
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(SignedIn who, @PathVariable UUID id) {
        sessions.end(who, id);
    }

    @Requires(Right.SECURITY_MANAGE)
    @GetMapping("/all")
    Page<OpenSessionView> all(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var term = q == null ? "" : Texts.optional("q", "查找内容", q).toLowerCase(Locale.ROOT);
        var page = sessions.all(token(request), term, after, PageLimit.of(limit));
        return new Page<>(
                page.items().stream().map(SessionsController::view).toList(), page.next());
    }

    @Requires(Right.SECURITY_MANAGE)
    @PostMapping("/all/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOf(SignedIn who, @PathVariable UUID id, @RequestBody SessionReason said) {
        sessions.endOf(who, id, Texts.reason(said.reason()));
    }

    private static OpenSessionView view(SessionList.Open one) {
        return new OpenSessionView(
                one.id(),
                one.username(),
                one.name(),
                one.role(),
                one.device(),
                one.openedAt(),
                one.seenAt(),
                one.current());
    }

    private static Token token(HttpServletRequest request) {
        return Objects.requireNonNull(Cookies.session(request), "the route is not guarded");
    }
}
