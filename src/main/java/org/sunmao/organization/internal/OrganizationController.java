package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.SignedIn;
import org.sunmao.organization.internal.OrganizationDirectory.Question;
import org.sunmao.register.HistoryEntry;
import org.sunmao.web.AsOf;
import org.sunmao.web.Page;
import org.sunmao.web.PageLimit;
import org.sunmao.web.Version;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

@RestController
@RequestMapping("/api/organizations")
class OrganizationController {

    record OrganizationItem(
            UUID id,
            String name,
            String kind,
            String field,
            @Nullable UUID parent,
            LocalDate validFrom,
            int version,
            boolean hasChildren) {}

    private final OrganizationDirectory directory;
    private final OrganizationEditing editing;
    private final Links links;
    private final UnitLists lists;

    OrganizationController(
            OrganizationDirectory directory,
            OrganizationEditing editing,
            Links links,
            UnitLists lists) {
        this.lists = lists;
        this.directory = directory;
        this.editing = editing;
        this.links = links;
    }

    @Requires(Right.ORGANIZATIONS_READ)
    @GetMapping
    Page<OrganizationItem> list(
            SignedIn who,
            @ParameterObject AsOf asOf,
            @RequestParam(required = false) @Nullable UUID parent,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(required = false) @Nullable UUID organization,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String field,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var filter = new UnitFilter(organization, kind, field, null);
        var most = PageLimit.of(limit);
        var page =
                filter.given()
                        ? lists.organizations(who, asOf, filter, after, most)
                        : directory.list(who, asOf, new Question(parent, q, all, after, most));
        return new Page<>(
                page.items().stream().map(OrganizationController::item).toList(), page.next());
    }

    @Requires(Right.MEMBER_READ_OWN)
    @GetMapping("/own")
    OwnOrganizationView own(SignedIn who, @ParameterObject AsOf asOf) {
        return directory.own(who, asOf);
    }

    @Requires(Right.ORGANIZATIONS_READ)
    @GetMapping("/{id}")
    ResponseEntity<OrganizationView> get(
            SignedIn who, @PathVariable UUID id, @ParameterObject AsOf asOf) {
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
    ResponseEntity<OrganizationView> enter(
            SignedIn who,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
            @RequestBody Map<String, @Nullable Object> sent) {
        var view = editing.enter(who, key, sent);
        return Version.made("/api/organizations/" + view.id(), view, view.version());
    }

    @Requires(Right.ORGANIZATIONS_WRITE)
    @PatchMapping("/{id}")
    ResponseEntity<OrganizationView> change(
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
    @PutMapping("/{id}/bodies/{body}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void link(SignedIn who, @PathVariable UUID id, @PathVariable UUID body) {
        links.link(who, id, body);
    }

    @Requires(Right.ORGANIZATIONS_WRITE)
    @DeleteMapping("/{id}/bodies/{body}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlink(SignedIn who, @PathVariable UUID id, @PathVariable UUID body) {
        links.unlink(who, id, body);
    }

    private static OrganizationItem item(OrganizationRow row) {
        return new OrganizationItem(
                row.id(),
                row.name(),
                row.kind(),
                row.field(),
                row.parent(),
                row.validFrom(),
                row.version(),
                row.hasChildren());
    }
}
