package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.SignedIn;
import org.sunmao.meeting.internal.LectureView.LectureFollowers;
import org.sunmao.web.Version;

import java.util.List;
import java.util.UUID;

/** 党课: offered by one, followed by many. */
@RestController
class LectureController {

    /**
     * Whether a lecture may be followed.
     *
     * @param until the last day on which its recording may be; without one, live alone
     */
    record LectureOffer(@Nullable Boolean offered, @Nullable String until) {}

    private final Lectures lectures;

    LectureController(Lectures lectures) {
        this.lectures = lectures;
    }

    /**
     * Those of organizations above or beside that may be followed, the newest first.
     *
     * @param organization who would follow; without it one's own
     * @param from since when
     */
    @Requires(Right.MEETINGS_READ)
    @GetMapping("/api/lectures")
    List<LectureView> list(
            SignedIn who,
            @RequestParam(required = false) @Nullable UUID organization,
            @RequestParam(required = false) @Nullable String from) {
        return lectures.list(who, organization, from);
    }

    @Requires(Right.MEETINGS_WRITE)
    @PostMapping("/api/meetings/{id}/offer")
    ResponseEntity<MeetingView> offer(
            SignedIn who, @PathVariable UUID id, @RequestBody LectureOffer offer) {
        var view = lectures.offer(who, id, offer.offered(), offer.until());
        return Version.answer(view, view.version());
    }

    /** How many followed, by organization, for who offered it and those above. */
    @Requires(Right.MEETINGS_READ)
    @GetMapping("/api/meetings/{id}/followers")
    LectureFollowers followers(SignedIn who, @PathVariable UUID id) {
        return lectures.followers(who, id);
    }
}
