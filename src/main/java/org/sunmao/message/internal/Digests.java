package org.sunmao.message.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.duty.Standing.Light;
import org.sunmao.duty.Standing.State;
import org.sunmao.message.internal.DigestStore.Kept;
import org.sunmao.message.internal.DigestStore.Line;
import org.sunmao.web.NotFound;
import org.sunmao.web.Page;
import org.sunmao.web.PageKey;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** One's own digests: nobody else reads them, nor whether they were seen (AF-02). */
@Service
class Digests {

    /** So many lines are shown; the list of duties shows all. */
    private static final int MOST = 50;

    private static final int LAST_YEAR = 9998;

    /**
     * A digest as shown.
     *
     * @param monthly whether it is the combined one of the month
     * @param more how many lines there are that are not shown
     */
    record DigestView(
            UUID id,
            LocalDate day,
            boolean monthly,
            boolean seen,
            List<DigestLine> lines,
            int more) {}

    /** What was news then, and the duty as it stands now. */
    record DigestLine(String kind, String kindName, DigestDuty duty) {}

    /** A duty without a last day has no {@code due}. */
    record DigestDuty(
            UUID id,
            String title,
            DigestPlace organization,
            @Nullable LocalDate due,
            @Nullable Long daysLeft,
            String state,
            String stateName,
            String light,
            String lightName) {}

    record DigestPlace(UUID id, String name) {}

    /** The newest, if there is any, and how many were not looked at. */
    record LatestDigest(int unseen, @Nullable DigestView digest) {}

    private final Scopes scopes;
    private final DigestStore store;
    private final Titles titles;

    Digests(Scopes scopes, DigestStore store, Titles titles) {
        this.scopes = scopes;
        this.store = store;
        this.titles = titles;
    }

    Page<DigestView> list(SignedIn who, @Nullable String after, int limit) {
        var key = PageKey.read(after, 1);
        var before = key == null ? null : PageKey.day(key.getFirst());
        return scopes.read(
                who,
                scope -> {
                    var rows = store.list(who.account(), before, limit + 1);
                    var page = Page.of(rows, limit, row -> List.of(row.day().toString()));
                    return new Page<>(views(scope, page.items()), page.next());
                });
    }

    LatestDigest latest(SignedIn who) {
        return scopes.read(
                who,
                scope -> {
                    var newest = views(scope, store.list(who.account(), null, 1));
                    return new LatestDigest(
                            store.unseen(who.account()),
                            newest.isEmpty() ? null : newest.getFirst());
                });
    }

    /** Told to nobody, so it has no entry in the journal either. */
    void see(SignedIn who, UUID id) {
        var there = scopes.write(who, _ -> store.see(who.account(), id));
        if (!there) {
            throw new NotFound();
        }
    }

    private List<DigestView> views(Scope scope, List<Kept> kept) {
        var ids = kept.stream().map(Kept::id).toList();
        var lines =
                store.lines(scope, ids, MOST).stream().collect(Collectors.groupingBy(Line::digest));
        return kept.stream().map(one -> view(scope.day(), one, lines)).toList();
    }

    private DigestView view(LocalDate today, Kept kept, Map<UUID, List<Line>> lines) {
        var shown = lines.getOrDefault(kept.id(), List.of());
        return new DigestView(
                kept.id(),
                kept.day(),
                kept.monthly(),
                kept.seen(),
                shown.stream().map(line -> line(today, line)).toList(),
                kept.lines() - shown.size());
    }

    private DigestLine line(LocalDate today, Line line) {
        var state = State.of(line.state());
        var light = Light.of(line.light());
        var due = line.due().getYear() > LAST_YEAR ? null : line.due();
        return new DigestLine(
                line.kind(),
                NewsKind.of(line.kind()).label(),
                new DigestDuty(
                        line.id(),
                        titles.of(line.name()),
                        new DigestPlace(line.organization(), line.organizationName()),
                        due,
                        due == null ? null : ChronoUnit.DAYS.between(today, due),
                        state.code(),
                        state.label(),
                        light.code(),
                        light.label()));
    }
}
