package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.SignedIn;
import org.sunmao.organization.internal.BodyDirectory.Question;
import org.sunmao.register.HistoryEntry;
import org.sunmao.web.AsOf;
import org.sunmao.web.Page;
import org.sunmao.web.PageLimit;
import org.sunmao.web.Version;

import java.util.Map;
import java.util.UUID;

@RestController
@RequestMapping("/api/bodies")
class BodyController {

    private final BodyDirectory directory;
    private final BodyEditing editing;
    private final UnitLists lists;

    BodyController(BodyDirectory directory, BodyEditing editing, UnitLists lists) {
        this.lists = lists;
        this.directory = directory;
        this.editing = editing;
    }

    @Requires(Right.ORGANIZATIONS_READ)
    @GetMapping
    Page<BodyItem> list(
            SignedIn who,
            @ParameterObject AsOf asOf,
            @RequestParam(required = false) @Nullable UUID parent,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "false") boolean without,
            @ParameterObject UnitFilter filter,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var most = PageLimit.of(limit);
        return filter.given()
                ? lists.bodies(who, asOf, filter, after, most)
                : directory.list(who, asOf, new Question(parent, q, all, without, after, most));
    }

    @Requires(Right.ORGANIZATIONS_READ)
    @GetMapping("/{id}")
    ResponseEntity<BodyView> get(SignedIn who, @PathVariable UUID id, @ParameterObject AsOf asOf) {
        var view = directory.get(who, asOf, id);
        return Version.answer(view, view.version());
    }

    @Requires(Right.ORGANIZATIONS_READ)
    @GetMapping("/{id}/history")
    Page<HistoryEntry> history(
            SignedIn who,
            @PathVariable UUID id,
            @ParameterObject AsOf asOf,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return directory.history(who, asOf, id, after, PageLimit.of(limit));
    }

    @Requires(Right.ORGANIZATIONS_WRITE)
    @PostMapping
    ResponseEntity<BodyView> enter(
            SignedIn who,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
            @RequestBody Map<String, @Nullable Object> sent) {
        var view = editing.enter(who, key, sent);
        return Version.made("/api/bodies/" + view.id(), view, view.version());
    }

    @Requires(Right.ORGANIZATIONS_WRITE)
    @PatchMapping("/{id}")
    ResponseEntity<BodyView> change(
            SignedIn who,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestBody Map<String, @Nullable Object> sent) {
        Version.refuseAsOf(asOf);
        var view = editing.change(who, id, Version.of(ifMatch), sent);
        return Version.answer(view, view.version());
    }
}
