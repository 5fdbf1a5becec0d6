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
import org.sunmao.organization.PostView;
import org.sunmao.organization.internal.PostDirectory.PostsView;
import org.sunmao.organization.internal.PostDirectory.Question;
import org.sunmao.organization.internal.TermViews.TermView;
import org.sunmao.web.AsOf;
import org.sunmao.web.Page;
import org.sunmao.web.PageLimit;
import org.sunmao.web.Version;

import java.util.Map;
import java.util.UUID;

@RestController
@RequestMapping("/api")
class PostController {

    private final PostDirectory directory;
    private final PostEditing editing;
    private final TermEditing terms;

    PostController(PostDirectory directory, PostEditing editing, TermEditing terms) {
        this.directory = directory;
        this.editing = editing;
        this.terms = terms;
    }

    @Requires(Right.ORGANIZATIONS_READ)
    @GetMapping("/organizations/{id}/posts")
    PostsView of(
            SignedIn who,
            @PathVariable UUID id,
            @ParameterObject AsOf asOf,
            @RequestParam(defaultValue = "false") boolean ended,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return directory.of(
                who, asOf, id, new Question(id, ended, group, null, after, PageLimit.of(limit)));
    }

    @Requires(Right.ORGANIZATIONS_READ)
    @GetMapping("/posts")
    Page<PostView> list(
            SignedIn who,
            @ParameterObject AsOf asOf,
            @RequestParam(required = false) @Nullable UUID organization,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return directory.list(
                who,
                asOf,
                new Question(organization, false, group, kind, after, PageLimit.of(limit)));
    }

    @Requires(Right.ORGANIZATIONS_READ)
    @GetMapping("/posts/{id}")
    ResponseEntity<PostView> get(SignedIn who, @PathVariable UUID id, @ParameterObject AsOf asOf) {
        var view = directory.get(who, asOf, id);
        return Version.answer(view, view.version());
    }

    @Requires(Right.ORGANIZATIONS_WRITE)
    @PostMapping("/organizations/{id}/posts")
    ResponseEntity<PostView> appoint(
            SignedIn who,
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
            @RequestBody Map<String, @Nullable Object> sent) {
        var view = editing.appoint(who, id, key, sent);
        return Version.made("/api/posts/" + view.id(), view, view.version());
    }

    @Requires(Right.ORGANIZATIONS_WRITE)
    @PatchMapping("/posts/{id}")
    ResponseEntity<PostView> change(
            SignedIn who,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestBody Map<String, @Nullable Object> sent) {
        Version.refuseAsOf(asOf);
        var view = editing.change(who, id, Version.of(ifMatch), sent);
        return Version.answer(view, view.version());
    }

    @Requires(Right.ORGANIZATIONS_WRITE)
    @PostMapping("/organizations/{id}/terms")
    ResponseEntity<TermView> begin(
            SignedIn who,
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
            @RequestBody Map<String, @Nullable Object> sent) {
        var view = terms.begin(who, id, key, sent);
        return Version.made("/api/organizations/" + id + "/posts", view, view.version());
    }

    @Requires(Right.ORGANIZATIONS_WRITE)
    @PatchMapping("/terms/{id}")
    ResponseEntity<TermView> changeTerm(
            SignedIn who,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Map<String, @Nullable Object> sent) {
        var view = terms.change(who, id, Version.of(ifMatch), sent);
        return Version.answer(view, view.version());
    }
}
