package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.SignedIn;
import org.sunmao.access.StepUp;
import org.sunmao.organization.internal.ChangePreview.MoveItem;
import org.sunmao.organization.internal.ChangeView.DocumentView;
import org.sunmao.organization.internal.Changes.ChangeItem;
import org.sunmao.register.HistoryEntry;
import org.sunmao.web.Page;
import org.sunmao.web.PageLimit;
import org.sunmao.web.Version;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@RestController
class ChangeController {

    private final Changes changes;
    private final ChangeSteps steps;
    private final ChangePreviews previews;
    private final ChangePrinting papers;

    ChangeController(
            Changes changes, ChangeSteps steps, ChangePreviews previews, ChangePrinting papers) {
        this.changes = changes;
        this.steps = steps;
        this.previews = previews;
        this.papers = papers;
    }

    @Requires(Right.CHANGES_PREPARE)
    @PostMapping("/api/organizations/{id}/changes")
    ResponseEntity<ChangeView> draft(
            SignedIn who,
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
            @RequestBody Map<String, @Nullable Object> sent) {
        var view = changes.draft(who, id, key, sent);
        return Version.made("/api/changes/" + view.id(), view, view.version());
    }

    @Requires(Right.CHANGES_READ)
    @GetMapping("/api/changes")
    Page<ChangeItem> list(
            SignedIn who,
            @RequestParam(required = false) @Nullable UUID organization,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return changes.list(who, organization, state, after, PageLimit.of(limit));
    }

    @Requires(Right.CHANGES_READ)
    @GetMapping("/api/changes/{id}")
    ResponseEntity<ChangeView> get(SignedIn who, @PathVariable UUID id) {
        var view = changes.get(who, id);
        return Version.answer(view, view.version());
    }

    @Requires(Right.CHANGES_READ)
    @GetMapping("/api/changes/{id}/history")
    Page<HistoryEntry> history(
            SignedIn who,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return changes.history(who, id, after, PageLimit.of(limit));
    }

    @Requires(Right.CHANGES_PREPARE)
    @PatchMapping("/api/changes/{id}")
    ResponseEntity<ChangeView> rewrite(
            SignedIn who,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Map<String, @Nullable Object> sent) {
        var view = changes.rewrite(who, id, Version.of(ifMatch), sent);
        return Version.answer(view, view.version());
    }

    @Requires(Right.CHANGES_READ)
    @GetMapping("/api/changes/{id}/preview")
    ChangePreview preview(SignedIn who, @PathVariable UUID id) {
        return previews.preview(who, id);
    }

    @Requires(Right.CHANGES_READ)
    @GetMapping("/api/changes/{id}/preview/members")
    Page<MoveItem> members(
            SignedIn who,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return previews.members(who, id, after, PageLimit.of(limit));
    }

    @Requires({Right.CHANGES_PREPARE, Right.CHANGES_DECIDE})
    @StepUp
    @PostMapping("/api/changes/{id}/steps/decide")
    ResponseEntity<ChangeView> decide(
            SignedIn who,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Map<String, @Nullable Object> sent) {
        return take(who, id, "decide", ifMatch, sent);
    }

    @Requires({Right.CHANGES_PREPARE, Right.CHANGES_DECIDE})
    @StepUp
    @PostMapping("/api/changes/{id}/steps/apply")
    ResponseEntity<ChangeView> apply(
            SignedIn who,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Map<String, @Nullable Object> sent) {
        return take(who, id, "apply", ifMatch, sent);
    }

    @Requires({Right.CHANGES_PREPARE, Right.CHANGES_DECIDE})
    @PostMapping("/api/changes/{id}/steps/{step}")
    ResponseEntity<ChangeView> take(
            SignedIn who,
            @PathVariable UUID id,
            @PathVariable String step,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Map<String, @Nullable Object> sent) {
        var view = steps.take(who, id, step, Version.of(ifMatch), sent);
        return Version.answer(view, view.version());
    }

    /** A paper of the change, final or as a draft. */
    @Requires(Right.CHANGES_READ)
    @GetMapping("/api/changes/{id}/documents/{kind}")
    ResponseEntity<byte[]> document(
            SignedIn who, @PathVariable UUID id, @PathVariable String kind) {
        var printed = papers.print(who, id, kind);
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

    @Requires(Right.CHANGES_READ)
    @GetMapping("/api/changes/{id}/documents")
    List<DocumentView> documents(SignedIn who, @PathVariable UUID id) {
        return changes.get(who, id).documents();
    }
}
