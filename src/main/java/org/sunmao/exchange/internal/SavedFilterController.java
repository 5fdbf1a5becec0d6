package org.sunmao.exchange.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
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
import org.sunmao.exchange.internal.SavedFilters.FilterToSave;
import org.sunmao.exchange.internal.SavedFilters.SavedFilterView;
import org.sunmao.web.Page;

import java.util.UUID;

@RestController
@RequestMapping("/api/saved-filters")
class SavedFilterController {

    private final SavedFilters filters;

    SavedFilterController(SavedFilters filters) {
        this.filters = filters;
    }

    /** One's own, each with its count of today. */
    @Requires({Right.MEMBERS_READ, Right.ORGANIZATIONS_READ})
    @GetMapping
    Page<SavedFilterView> list(
            SignedIn who, @RequestParam(required = false) @Nullable String kind) {
        return new Page<>(filters.list(who, kind), null);
    }

    @Requires({Right.MEMBERS_READ, Right.ORGANIZATIONS_READ})
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SavedFilterView save(SignedIn who, @RequestBody FilterToSave sent) {
        return filters.save(who, sent);
    }

    @Requires({Right.MEMBERS_READ, Right.ORGANIZATIONS_READ})
    @PatchMapping("/{id}")
    SavedFilterView change(SignedIn who, @PathVariable UUID id, @RequestBody FilterToSave sent) {
        return filters.change(who, id, sent);
    }

    @Requires({Right.MEMBERS_READ, Right.ORGANIZATIONS_READ})
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(SignedIn who, @PathVariable UUID id) {
        filters.delete(who, id);
    }
}
