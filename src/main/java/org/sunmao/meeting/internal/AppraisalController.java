package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.SignedIn;
import org.sunmao.meeting.internal.AppraisalOrders.GradesOrder;
import org.sunmao.meeting.internal.AppraisalOrders.MeasureDone;
import org.sunmao.meeting.internal.AppraisalOrders.MeasuresOrder;
import org.sunmao.web.Version;

import java.util.UUID;

/** 民主评议、组织生活会: grades with their feedback, measures with their follow-up. */
@RestController
@RequestMapping("/api/meetings/{id}")
class AppraisalController {

    private final Appraisals appraisals;
    private final Measures measures;

    AppraisalController(Appraisals appraisals, Measures measures) {
        this.appraisals = appraisals;
        this.measures = measures;
    }

    /** Ballots as counts, and the grades; those who are not named stay as they are. */
    @Requires(Right.MEETINGS_WRITE)
    @PostMapping("/grades")
    ResponseEntity<MeetingView> grade(
            SignedIn who, @PathVariable UUID id, @RequestBody GradesOrder order) {
        return answer(appraisals.grade(who, id, order));
    }

    /** 反馈: the grade was told to the member, by a person. */
    @Requires(Right.MEETINGS_WRITE)
    @PostMapping("/grades/{member}/tell")
    ResponseEntity<MeetingView> tell(
            SignedIn who, @PathVariable UUID id, @PathVariable UUID member) {
        return answer(appraisals.tell(who, id, member));
    }

    @Requires(Right.MEETINGS_WRITE)
    @PostMapping("/measures")
    ResponseEntity<MeetingView> promise(
            SignedIn who,
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
            @RequestBody MeasuresOrder order) {
        return answer(measures.add(who, id, order, key));
    }

    @Requires(Right.MEETINGS_WRITE)
    @PostMapping("/measures/{measure}/done")
    ResponseEntity<MeetingView> done(
            SignedIn who,
            @PathVariable UUID id,
            @PathVariable UUID measure,
            @RequestBody MeasureDone done) {
        return answer(measures.done(who, id, measure, done));
    }

    private static ResponseEntity<MeetingView> answer(MeetingView view) {
        return Version.answer(view, view.version());
    }
}
