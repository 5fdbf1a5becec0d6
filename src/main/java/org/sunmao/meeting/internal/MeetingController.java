package org.sunmao.meeting.internal;

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
import org.sunmao.meeting.internal.MeetingWish.WishedRoll;
import org.sunmao.web.Page;
import org.sunmao.web.PageLimit;
import org.sunmao.web.Version;

import java.util.UUID;

/** 组织生活: recording, reading, and the steps of the minutes. */
@RestController
class MeetingController {

    /**
     * In which part somebody signs.
     *
     * @param as {@code recorder} or {@code chair}
     */
    record MeetingSigning(@Nullable String as) {}

    record MeetingAnnotating(@Nullable String says) {}

    record MeetingCancelling(@Nullable String reason) {}

    /**
     * What an organization above found.
     *
     * @param reason needed to return it
     */
    record MeetingFinding(boolean accept, @Nullable String reason) {}

    private final MeetingDesk desk;
    private final MeetingEditing editing;
    private final MeetingListing listing;

    MeetingController(MeetingDesk desk, MeetingEditing editing, MeetingListing listing) {
        this.desk = desk;
        this.editing = editing;
        this.listing = listing;
    }

    /** 开会记一笔. */
    @Requires(Right.MEETINGS_WRITE)
    @PostMapping("/api/organizations/{id}/meetings")
    ResponseEntity<MeetingView> add(
            SignedIn who,
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
            @RequestBody MeetingWish wish) {
        var made = desk.add(who, id, wish, key);
        return Version.made("/api/meetings/" + made.id(), made, made.version());
    }

    /**
     * The newest first.
     *
     * @param organization it and all below it; the whole scope, where none is named
     * @param type a code of a type
     * @param state a code of a state, or several with commas
     */
    @Requires(Right.MEETINGS_READ)
    @GetMapping("/api/meetings")
    Page<MeetingItem> list(
            SignedIn who,
            @RequestParam(required = false) @Nullable UUID organization,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var asked = MeetingListing.asked(organization, type, from, to, state);
        return listing.list(who, asked, after, PageLimit.of(limit));
    }

    @Requires(Right.MEETINGS_READ)
    @GetMapping("/api/meetings/{id}")
    ResponseEntity<MeetingView> get(SignedIn who, @PathVariable UUID id) {
        return answer(desk.get(who, id));
    }

    /** Writes the whole anew; stale versions are told both sides. */
    @Requires(Right.MEETINGS_WRITE)
    @PatchMapping("/api/meetings/{id}")
    ResponseEntity<MeetingView> change(
            SignedIn who,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody MeetingWish wish) {
        return answer(editing.change(who, id, Version.of(ifMatch), wish));
    }

    @Requires(Right.MEETINGS_WRITE)
    @PostMapping("/api/meetings/{id}/publish")
    ResponseEntity<MeetingView> publish(SignedIn who, @PathVariable UUID id) {
        return answer(desk.publish(who, id));
    }

    @Requires(Right.MEETINGS_WRITE)
    @PostMapping("/api/meetings/{id}/roll")
    ResponseEntity<MeetingView> roll(
            SignedIn who, @PathVariable UUID id, @RequestBody WishedRoll roll) {
        return answer(editing.roll(who, id, roll));
    }

    @Requires(Right.MEETINGS_WRITE)
    @PostMapping("/api/meetings/{id}/close")
    ResponseEntity<MeetingView> close(SignedIn who, @PathVariable UUID id) {
        return answer(editing.close(who, id));
    }

    @Requires(Right.MEETINGS_WRITE)
    @PostMapping("/api/meetings/{id}/sign")
    ResponseEntity<MeetingView> sign(
            SignedIn who, @PathVariable UUID id, @RequestBody MeetingSigning signing) {
        return answer(desk.sign(who, id, signing.as()));
    }

    /** 加注更正. */
    @Requires(Right.MEETINGS_WRITE)
    @PostMapping("/api/meetings/{id}/annotate")
    ResponseEntity<MeetingView> annotate(
            SignedIn who,
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
            @RequestBody MeetingAnnotating said) {
        return answer(desk.annotate(who, id, said.says(), key));
    }

    @Requires(Right.MEETINGS_WRITE)
    @PostMapping("/api/meetings/{id}/cancel")
    ResponseEntity<MeetingView> cancel(
            SignedIn who, @PathVariable UUID id, @RequestBody MeetingCancelling said) {
        return answer(desk.cancel(who, id, said.reason()));
    }

    /** 检查: accepted, or returned with a reason. */
    @Requires(Right.MEETINGS_CHECK)
    @PostMapping("/api/meetings/{id}/check")
    ResponseEntity<MeetingView> check(
            SignedIn who, @PathVariable UUID id, @RequestBody MeetingFinding found) {
        return answer(desk.check(who, id, found.accept(), found.reason()));
    }

    private static ResponseEntity<MeetingView> answer(MeetingView view) {
        return Version.answer(view, view.version());
    }
}
