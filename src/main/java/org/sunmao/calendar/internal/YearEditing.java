package org.sunmao.calendar.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.calendar.CalendarChanged;
import org.sunmao.calendar.internal.NoticeReader.Understood;
import org.sunmao.calendar.internal.NoticeReader.YearNotice;
import org.sunmao.calendar.internal.YearView.ChangedDay;
import org.sunmao.calendar.internal.YearView.NoticePreview;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;
import org.sunmao.web.Stale;
import org.sunmao.web.Stale.Conflict;
import org.sunmao.web.Stale.Standing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Entering the notice of a year, for the whole house. */
@Service
class YearEditing {

    private final Scopes scopes;
    private final YearStore store;
    private final Years years;
    private final NoticeReader reader;
    private final CalendarPages pages;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    YearEditing(
            Scopes scopes,
            YearStore store,
            Years years,
            NoticeReader reader,
            CalendarPages pages,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.scopes = scopes;
        this.store = store;
        this.years = years;
        this.reader = reader;
        this.pages = pages;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /** What would come of it; nothing is kept. */
    NoticePreview preview(int year, YearNotice sent) {
        return pages.preview(year, read(year, sent));
    }

    YearView enter(SignedIn who, int year, int version, YearNotice sent) {
        var notice = read(year, sent);
        return scopes.write(who, scope -> enter(who, scope, year, version, notice));
    }

    private Understood read(int year, YearNotice sent) {
        var next = LocalDate.now(clock).getYear() + 1;
        if (!Years.POSSIBLE.isValidValue(year)) {
            throw new NotFound();
        }
        if (year > next) {
            throw new InputRefused("/status", "放假通知在上一年年底发布，现在最多录入到 " + next + " 年");
        }
        return reader.read(year, sent);
    }

    private YearView enter(SignedIn who, Scope scope, int year, int version, Understood notice) {
        var known = store.find(year);
        if (known == null ? !notice.official() : stands(known, notice)) {
            return pages.view(year);
        }
        var stands = known == null ? 0 : known.version();
        var before = years.count(year, known);
        var kept =
                new KeptYear(
                        year,
                        notice.official(),
                        notice.notice(),
                        version,
                        who.account(),
                        who.name(),
                        clock.instant(),
                        notice.days());
        if (stands != version || !(known == null ? store.add(kept) : store.change(kept))) {
            throw stale(year, notice, store.find(year));
        }
        years.changed();
        tell(scope, who, kept, CalendarPages.changes(before, years.year(year)));
        return pages.view(year);
    }

    private static boolean stands(KeptYear known, Understood notice) {
        return known.official() == notice.official()
                && known.notice().equals(notice.notice())
                && known.days().equals(notice.days());
    }

    private void tell(Scope scope, SignedIn who, KeptYear kept, List<ChangedDay> changes) {
        var told = changes.stream().map(YearEditing::told).toList();
        journal.append(
                scope.actor(),
                new Act(
                        who.organization(),
                        "calendar.notice",
                        "calendar",
                        null,
                        scope.day(),
                        List.of(Presumption.CALENDAR.value()),
                        Map.of(
                                "year",
                                kept.year(),
                                "status",
                                CalendarPages.code(kept.official()),
                                "notice",
                                kept.notice(),
                                "changes",
                                told)));
        if (!changes.isEmpty()) {
            events.publishEvent(new CalendarChanged(kept.year()));
        }
    }

    private static String told(ChangedDay day) {
        return "%s %s → %s"
                .formatted(
                        day.day(),
                        told(day.works(), day.name()),
                        told(day.willWork(), day.willName()));
    }

    private static String told(boolean works, @Nullable String name) {
        var word = works ? "上班" : "休息";
        return name == null ? word : word + "（" + name + "）";
    }

    private Stale stale(int year, Understood notice, @Nullable KeptYear known) {
        var conflicts = new ArrayList<Conflict>();
        var theirs = known == null ? "" : known.notice();
        if (!theirs.equals(notice.notice())) {
            conflicts.add(new Conflict("notice", "通知", notice.notice(), theirs));
        }
        var days = known == null ? List.<NamedDay>of() : known.days();
        if (!days.equals(notice.days())) {
            conflicts.add(new Conflict("days", "放假和调休", listed(notice.days()), listed(days)));
        }
        return new Stale(
                new Standing(
                        known == null ? 0 : known.version(),
                        pages.view(year),
                        conflicts,
                        known == null ? null : known.enteredAs(),
                        known == null ? null : known.enteredAt()));
    }

    private static String listed(List<NamedDay> days) {
        return days.stream()
                .map(day -> day.day() + " " + told(day.works(), day.name()))
                .collect(Collectors.joining("；"));
    }
}
