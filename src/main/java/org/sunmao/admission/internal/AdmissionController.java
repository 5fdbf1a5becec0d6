package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
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
import org.sunmao.admission.internal.StepDesk.Asked;
import org.sunmao.web.NotFound;
import org.sunmao.web.Page;
import org.sunmao.web.PageLimit;
import org.sunmao.web.Version;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** 发展党员: beginning, looking, and taking the steps. */
@RestController
class AdmissionController {

    /** 转正申请, as the person sends it. */
    record ConversionWish(@Nullable String on, @Nullable Map<String, Object> fields) {}

    private final AdmissionDesk desk;
    private final StepDesk steps;
    private final AdmissionListing listing;

    AdmissionController(AdmissionDesk desk, StepDesk steps, AdmissionListing listing) {
        this.desk = desk;
        this.steps = steps;
        this.listing = listing;
    }

    /**
     * The last begun first.
     *
     * @param organization it and all below it; the whole scope, where none is named
     * @param stage a code of a stage, or several with commas
     * @param waits for whom: person, branch, committee or county
     * @param q how the name begins
     */
    @Requires(Right.ADMISSIONS_READ)
    @GetMapping("/api/admissions")
    Page<AdmissionItem> list(
            SignedIn who,
            @RequestParam(required = false) @Nullable UUID organization,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(required = false) @Nullable String waits,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var asked = AdmissionListing.asked(organization, stage, late, waits, q);
        return listing.list(who, asked, after, PageLimit.of(limit));
    }

    /** Where cases stand and wait: numbers alone. */
    @Requires(Right.ADMISSIONS_READ)
    @GetMapping("/api/admissions/stages")
    StagesView stages(SignedIn who, @RequestParam(required = false) @Nullable UUID organization) {
        return listing.stages(who, organization);
    }

    @Requires(Right.ADMISSIONS_WRITE)
    @PostMapping("/api/admissions")
    ResponseEntity<AdmissionView> add(
            SignedIn who,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
            @RequestBody AdmissionWish wish) {
        var made = desk.add(who, wish, key);
        return Version.made("/api/admissions/" + made.id(), made, made.version());
    }

    @Requires(Right.ADMISSIONS_READ)
    @GetMapping("/api/admissions/{id}")
    ResponseEntity<AdmissionView> get(SignedIn who, @PathVariable UUID id) {
        return answer(desk.get(who, id));
    }

    /** Puts right who it is, until the register of members knows the person. */
    @Requires(Right.ADMISSIONS_WRITE)
    @PatchMapping("/api/admissions/{id}")
    ResponseEntity<AdmissionView> change(
            SignedIn who,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody WhoseWish wish) {
        return answer(desk.change(who, id, Version.of(ifMatch), wish));
    }

    /** Takes a step; a committee's is refused to the branch, and the other way round. */
    @Requires(Right.ADMISSIONS_READ)
    @PostMapping("/api/admissions/{id}/steps/{code}")
    ResponseEntity<AdmissionView> take(
            SignedIn who,
            @PathVariable UUID id,
            @PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
            @RequestBody StepWish wish) {
        var step = StepCode.find(code).filter(one -> one != StepCode.MOVE);
        var version = Version.of(ifMatch);
        var asked = new Asked(id, step.orElseThrow(NotFound::new), version, wish, false);
        return answer(steps.take(who, asked, key));
    }

    /** The ways of whoever asks. */
    @Requires(Right.ADMISSION_READ_OWN)
    @GetMapping("/api/mine/admissions")
    List<AdmissionView> own(SignedIn who) {
        return desk.own(who);
    }

    /** 提出转正申请, by the person: of the one way that is open. */
    @Requires(Right.ADMISSION_READ_OWN)
    @PostMapping("/api/mine/admissions/conversion-application")
    ResponseEntity<AdmissionView> ask(
            SignedIn who,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
            @RequestBody ConversionWish wish) {
        return answer(steps.applyForConversion(who, Version.of(ifMatch), wish, key));
    }

    private static ResponseEntity<AdmissionView> answer(AdmissionView view) {
        return Version.answer(view, view.version());
    }
}
