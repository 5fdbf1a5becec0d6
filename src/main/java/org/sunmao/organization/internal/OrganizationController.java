package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.SignedIn;
import org.sunmao.organization.Organizations.Named;
import org.sunmao.organization.internal.OrganizationDirectory.Found;
import org.sunmao.organization.internal.OrganizationDirectory.Question;
import org.sunmao.organization.internal.OrganizationStore.Body;
import org.sunmao.web.Page;
import org.sunmao.web.PageLimit;

import java.time.LocalDate;
import java.util.List;
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

    record DivisionView(String code, @Nullable String name) {}

    record OrganizationView(
            UUID id,
            String name,
            String kind,
            String field,
            @Nullable UUID parent,
            LocalDate validFrom,
            int version,
            boolean hasChildren,
            List<Named> ancestors,
            @Nullable DivisionView division,
            @Nullable String secretary,
            @Nullable String officers,
            LocalDate establishedOn,
            List<Body> bodies) {}

    private final OrganizationDirectory directory;

    OrganizationController(OrganizationDirectory directory) {
        this.directory = directory;
    }

    @Requires(Right.ORGANIZATIONS_READ)
    @GetMapping
    Page<OrganizationItem> list(
            SignedIn who,
            @RequestParam(required = false) @Nullable UUID parent,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var question = new Question(parent, q, all, after, PageLimit.of(limit));
        var page = directory.list(who, question);
        return new Page<>(
                page.items().stream().map(OrganizationController::item).toList(), page.next());
    }

    @Requires(Right.ORGANIZATIONS_READ)
    @GetMapping("/{id}")
    OrganizationView get(SignedIn who, @PathVariable UUID id) {
        return view(directory.get(who, id));
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

    private static OrganizationView view(Found found) {
        var details = found.details();
        var division = details.division();
        return new OrganizationView(
                details.id(),
                details.name(),
                details.kind(),
                details.field(),
                details.parent(),
                details.validFrom(),
                details.version(),
                details.hasChildren(),
                found.ancestors(),
                division == null ? null : new DivisionView(division, found.division()),
                details.secretary(),
                details.officers(),
                details.establishedOn(),
                found.bodies());
    }
}
