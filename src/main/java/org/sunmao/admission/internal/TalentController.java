package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.SignedIn;
import org.sunmao.web.Page;
import org.sunmao.web.PageLimit;
import org.sunmao.web.Version;

import java.util.UUID;

/** 青年人才库: whom a township accompanies, with their agreement. */
@RestController
class TalentController {

    /**
     * When and why somebody leaves the list.
     *
     * @param reason withdrew, moved, grown-out or other; whoever withdrew is erased
     */
    record TalentLeaving(@Nullable String on, @Nullable String reason) {}

    private final TalentDesk desk;
    private final TalentListing listing;

    TalentController(TalentDesk desk, TalentListing listing) {
        this.desk = desk;
        this.listing = listing;
    }

    /**
     * In the order of the places, and there the earlier listed first.
     *
     * @param organization it and all below it; the whole scope, where none is named
     * @param state listed, applied, activist, object, probationer, member or left; without one, all
     *     but those who left
     * @param q how the name begins
     */
    @Requires(Right.ADMISSIONS_READ)
    @GetMapping("/api/talents")
    Page<TalentItem> list(
            SignedIn who,
            @RequestParam(required = false) @Nullable UUID organization,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var asked = TalentListing.asked(organization, state, q);
        return listing.list(who, asked, after, PageLimit.of(limit));
    }

    /** How many stand where; it follows from their cases. */
    @Requires(Right.ADMISSIONS_READ)
    @GetMapping("/api/talents/numbers")
    TalentNumbers numbers(
            SignedIn who, @RequestParam(required = false) @Nullable UUID organization) {
        return listing.numbers(who, organization);
    }

    @Requires(Right.ADMISSIONS_WRITE)
    @PostMapping("/api/talents")
    ResponseEntity<TalentView> add(
            SignedIn who,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
            @RequestBody TalentWish wish) {
        var made = desk.add(who, wish, key);
        return Version.made("/api/talents/" + made.id(), made, made.version());
    }

    @Requires(Right.ADMISSIONS_READ)
    @GetMapping("/api/talents/{id}")
    ResponseEntity<TalentView> get(SignedIn who, @PathVariable UUID id) {
        return answer(desk.get(who, id));
    }

    /** Puts right what is kept of somebody; the mobile number stays where none is sent. */
    @Requires(Right.ADMISSIONS_WRITE)
    @PatchMapping("/api/talents/{id}")
    ResponseEntity<TalentView> change(
            SignedIn who,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody TalentFacts facts) {
        return answer(desk.change(who, id, Version.of(ifMatch), facts));
    }

    /** Takes somebody off the list; at their own word what was kept of them is erased. */
    @Requires(Right.ADMISSIONS_WRITE)
    @PostMapping("/api/talents/{id}/leave")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(SignedIn who, @PathVariable UUID id, @RequestBody TalentLeaving leaving) {
        desk.leave(who, id, leaving.on(), leaving.reason());
    }

    private static ResponseEntity<TalentView> answer(TalentView view) {
        return Version.answer(view, view.version());
    }
}
