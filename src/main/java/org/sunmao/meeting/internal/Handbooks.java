package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.document.Documents;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.journal.Look;
import org.sunmao.journal.Look.Kind;
import org.sunmao.journal.Look.Level;
import org.sunmao.journal.Readings;
import org.sunmao.rules.RuleId;
import org.sunmao.web.InputRefused;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Prints the handbook of a branch for a year (支部手册): nothing of it is typed for it. */
@Service
class Handbooks {

    private static final RuleId RECORD = new RuleId("R-LF-17");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** A print as it is sent. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Printed(String name, byte[] content) {}

    /** A handbook, and whose data stand in it. */
    record Composed(HandbookPaper paper, List<UUID> people) {}

    private final Scopes scopes;
    private final HandbookPages pages;
    private final Documents documents;
    private final Readings readings;
    private final Journal journal;
    private final Clock clock;

    Handbooks(
            Scopes scopes,
            HandbookPages pages,
            Documents documents,
            Readings readings,
            Journal journal,
            Clock clock) {
        this.scopes = scopes;
        this.pages = pages;
        this.documents = documents;
        this.readings = readings;
        this.journal = journal;
        this.clock = clock;
    }

    Printed print(SignedIn who, UUID organization, @Nullable Integer sent) {
        var today = LocalDate.now(clock);
        var year = LifeText.year(sent, "year", today);
        if (year > today.getYear()) {
            throw new InputRefused("year", year + " 年还没有到，没有可以打印的手册");
        }
        var last = year == today.getYear() ? null : LocalDate.of(year, 12, 31);
        var told =
                "由%s于 %s 打印"
                        .formatted(
                                who.name(), TIME.withZone(clock.getZone()).format(clock.instant()));
        var composed = scopes.read(who, last, scope -> pages.of(scope, organization, year, told));
        var paper = composed.paper();
        readings.each(who.reader(), Look.of(Kind.PRINT, Level.S2).of("支部手册"), composed.people());
        scopes.write(who, scope -> tell(scope, organization, paper));
        var name = paper.organization() + year + "年支部手册.pdf";
        return new Printed(name, documents.pdf("meeting/handbook", paper));
    }

    private boolean tell(Scope scope, UUID organization, HandbookPaper paper) {
        var values =
                Map.of(
                        "year", paper.year(),
                        "meetings", paper.minutes().size(),
                        "rows", paper.roll().lines().size());
        journal.append(
                scope.actor(),
                new Act(
                        organization,
                        "meeting.print-handbook",
                        "organization",
                        organization,
                        scope.day(),
                        List.of(RECORD.value()),
                        values));
        return true;
    }
}
