package org.sunmao.meeting.internal;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.SignedIn;
import org.sunmao.web.Version;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The year of an organization: what is planned, what is when, and its handbook. */
@RestController
@RequestMapping("/api/organizations/{id}")
class LifeController {

    private final YearPlans plans;
    private final LifeCalendar calendar;
    private final Handbooks handbooks;

    LifeController(YearPlans plans, LifeCalendar calendar, Handbooks handbooks) {
        this.plans = plans;
        this.calendar = calendar;
        this.handbooks = handbooks;
    }

    /**
     * The plan of a year; where none was adopted, what the rules ask for.
     *
     * @param copy the year whose plan is proposed once more
     */
    @Requires(Right.MEETINGS_READ)
    @GetMapping("/plan")
    ResponseEntity<PlanView> plan(
            SignedIn who,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable Integer copy) {
        return answer(plans.get(who, id, year, copy));
    }

    @Requires(Right.MEETINGS_WRITE)
    @PutMapping("/plan")
    ResponseEntity<PlanView> adopt(
            SignedIn who,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody PlanOrder order) {
        return answer(plans.adopt(who, id, year, order, ifMatch));
    }

    /**
     * What was, what is to come and who joined, of it and of all below it.
     *
     * @param month as 2026-11
     */
    @Requires(Right.MEETINGS_READ)
    @GetMapping("/life-calendar")
    CalendarView calendar(
            SignedIn who,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String month) {
        return calendar.get(who, id, month);
    }

    /** 支部手册: the whole year of a branch and of its groups. */
    @Requires(Right.MEETINGS_READ)
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PDF_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/handbook")
    ResponseEntity<byte[]> handbook(
            SignedIn who,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer year) {
        var printed = handbooks.print(who, id, year);
        var name =
                ContentDisposition.inline()
                        .filename(printed.name(), StandardCharsets.UTF_8)
                        .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(printed.content());
    }

    private static ResponseEntity<PlanView> answer(PlanView plan) {
        var version = plan.version();
        return version == null ? ResponseEntity.ok(plan) : Version.answer(plan, version);
    }
}
