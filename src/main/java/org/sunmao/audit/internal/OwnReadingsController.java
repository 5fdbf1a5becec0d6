package org.sunmao.audit.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.audit.internal.Naming.Names;
import org.sunmao.journal.Read;
import org.sunmao.journal.Readings;
import org.sunmao.web.Page;
import org.sunmao.web.PageKey;
import org.sunmao.web.PageLimit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** "谁看过我": each person, a member or on the way to be one, reads who read them. */
@RestController
@RequestMapping("/api/mine/readings")
class OwnReadingsController {

    /**
     * Somebody read the asker's data.
     *
     * @param day on which day, so that a screen groups by it
     * @param reader who: one account in one role
     * @param action what, as in {@code 查看完整号码}
     * @param what which fields, which list
     * @param reason what for, as the reader stated it
     */
    record OwnReading(
            UUID id,
            Instant at,
            LocalDate day,
            OwnReader reader,
            String kind,
            String action,
            String level,
            @Nullable String what,
            @Nullable String reason) {}

    /**
     * Who read.
     *
     * @param behalf for whom a deputy acted
     */
    record OwnReader(
            UUID account,
            @Nullable String name,
            @Nullable String role,
            @Nullable String unit,
            @Nullable String behalf) {}

    private final Scopes scopes;
    private final Readings readings;
    private final Naming naming;
    private final Actions actions;
    private final Clock clock;

    OwnReadingsController(
            Scopes scopes, Readings readings, Naming naming, Actions actions, Clock clock) {
        this.scopes = scopes;
        this.readings = readings;
        this.naming = naming;
        this.actions = actions;
        this.clock = clock;
    }

    @Requires({Right.MEMBER_READ_OWN, Right.ADMISSION_READ_OWN})
    @GetMapping
    Page<OwnReading> readings(
            SignedIn who,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var member = who.member();
        if (member == null) {
            return new Page<>(List.of(), null);
        }
        var key = PageKey.read(after, 1);
        var behind = key == null ? null : PageKey.uuid(key.getFirst());
        var most = PageLimit.of(limit);
        return scopes.read(
                who,
                _ -> {
                    var read = readings.of(member, behind, most + 1);
                    var page = Page.of(read, most, one -> List.of(one.id().toString()));
                    return new Page<>(told(page.items()), page.next());
                });
    }

    private List<OwnReading> told(List<Read> read) {
        var names =
                naming.of(
                        read.stream().flatMap(r -> Stream.of(r.account(), r.behalf())).toList(),
                        read.stream().map(Read::organization).toList());
        return read.stream().map(one -> told(one, names)).toList();
    }

    private OwnReading told(Read read, Names names) {
        var reader =
                new OwnReader(
                        read.account(),
                        names.account(read.account()),
                        Naming.post(read.role()),
                        names.organization(read.organization()),
                        names.account(read.behalf()));
        return new OwnReading(
                read.id(),
                read.at(),
                LocalDate.ofInstant(read.at(), clock.getZone()),
                reader,
                read.kind(),
                actions.label("reading." + read.kind()),
                read.level(),
                read.what(),
                read.reason());
    }
}
