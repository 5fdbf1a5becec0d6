package org.sunmao.calendar.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.SignedIn;
import org.sunmao.access.SignedInOnly;
import org.sunmao.calendar.internal.NoticeReader.YearNotice;
import org.sunmao.calendar.internal.SpanPages.SpanView;
import org.sunmao.web.NotFound;
import org.sunmao.web.Version;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which days are worked, for everybody; the notice of a year, for whoever enters it. */
@RestController
@RequestMapping("/api/calendar")
class CalendarController {

    private static final int AHEAD = 3;

    private final Years years;
    private final CalendarPages pages;
    private final SpanPages spans;
    private final YearEditing editing;
    private final Clock clock;

    CalendarController(
            Years years, CalendarPages pages, SpanPages spans, YearEditing editing, Clock clock) {
        this.years = years;
        this.pages = pages;
        this.spans = spans;
        this.editing = editing;
        this.clock = clock;
    }

    /** The years of which something was entered, and the next ones: the newest first. */
    @SignedInOnly
    @GetMapping("/years")
    List<YearView.YearLine> years() {
        var today = LocalDate.now(clock).getYear();
        var coming = IntStream.rangeClosed(today, today + AHEAD).boxed();
        return Stream.concat(years.kept().keySet().stream(), coming)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(pages::line)
                .toList();
    }

    @SignedInOnly
    @GetMapping("/years/{year}")
    ResponseEntity<YearView> year(@PathVariable int year) {
        if (!Years.POSSIBLE.isValidValue(year)) {
            throw new NotFound();
        }
        var view = pages.view(year);
        return Version.answer(view, view.version());
    }

    /** What would differ; nothing is kept. */
    @Requires(Right.CALENDAR_WRITE)
    @PostMapping("/years/{year}/preview")
    YearView.NoticePreview preview(@PathVariable int year, @RequestBody YearNotice sent) {
        return editing.preview(year, sent);
    }

    @Requires(Right.CALENDAR_WRITE)
    @PutMapping("/years/{year}")
    ResponseEntity<YearView> enter(
            SignedIn who,
            @PathVariable int year,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody YearNotice sent) {
        var view = editing.enter(who, year, Version.of(ifMatch), sent);
        return Version.answer(view, view.version());
    }

    /** Which day ends a span, as {@code 5 working-days}, that begins with the day after. */
    @SignedInOnly
    @GetMapping("/span")
    SpanView span(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String span) {
        return spans.count(from, span);
    }
}
