package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.meeting.YearWork.NewPlan;
import org.sunmao.meeting.internal.LifeOrganizations.Known;
import org.sunmao.meeting.internal.PlanCopy.Kept;
import org.sunmao.meeting.internal.PlanNeeds.Shape;
import org.sunmao.meeting.internal.PlanReader.Plan;
import org.sunmao.meeting.internal.PlanStore.Adopted;
import org.sunmao.meeting.internal.PlanStore.Adopting;
import org.sunmao.meeting.internal.PlanView.PlanAdopted;
import org.sunmao.meeting.internal.YearProposal.Frame;
import org.sunmao.meeting.internal.YearProposal.Line;
import org.sunmao.web.InputRefused;
import org.sunmao.web.Stale;
import org.sunmao.web.Version;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** The plan of a year: proposed from the rules or copied from another year, adopted, changed. */
@Service
class YearPlans {

    /** Where nothing is known of an organization, its theme days are proposed for this day. */
    private static final int THEME_DAY = 10;

    private final Scopes scopes;
    private final PlanStore store;
    private final PlanNeeds needs;
    private final PlanViews views;
    private final LifeOrganizations organizations;
    private final Journal journal;
    private final Clock clock;

    YearPlans(
            Scopes scopes,
            PlanStore store,
            PlanNeeds needs,
            PlanViews views,
            LifeOrganizations organizations,
            Journal journal,
            Clock clock) {
        this.scopes = scopes;
        this.store = store;
        this.needs = needs;
        this.views = views;
        this.organizations = organizations;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * The plan, or the proposal where none was adopted.
     *
     * @param copied the year that is proposed once more, instead of what the rules ask
     */
    PlanView get(
            SignedIn who, UUID organization, @Nullable Integer sent, @Nullable Integer copied) {
        return scopes.read(
                who,
                scope -> {
                    var known = organizations.get(scope, organization);
                    var year = LifeText.year(sent, "year", scope.day());
                    if (copied != null) {
                        return copy(scope, known, year, copied);
                    }
                    return view(scope, known, year);
                });
    }

    private PlanView view(Scope scope, Known known, int year) {
        return store.get(known.named().id(), year)
                .map(plan -> adopted(scope, known, year, plan))
                .orElseGet(() -> propose(scope, known, year));
    }

    private PlanView adopted(Scope scope, Known known, int year, Adopted plan) {
        var lines = store.lines(known.named().id(), year);
        return new PlanView(
                known.named(),
                year,
                plan.version(),
                new PlanAdopted(plan.by(), plan.at()),
                plan.themeDay(),
                views.lines(known.named().id(), year, scope.day(), lines));
    }

    private PlanView propose(Scope scope, Known known, int year) {
        var id = known.named().id();
        var themeDay = store.usualDay(id, year, scope.day()).orElse(THEME_DAY);
        var lines = asked(known, year, themeDay, scope.day());
        var day = day(year, scope.day());
        return new PlanView(
                known.named(), year, null, null, themeDay, views.proposed(id, day, lines));
    }

    /** What the rules ask for from a day on, and what was held until then. */
    private List<Line> asked(Known known, int year, int themeDay, LocalDate from) {
        var id = known.named().id();
        var day = day(year, from);
        var frame = new Frame(year, themeDay, needs.notice(id, day), from);
        var shape = new Shape(id, known.kind(), organizations.officers(id, day));
        var end = LocalDate.of(year, 12, 31);
        var until = end.isBefore(from) ? end : from;
        var held = store.held(id, LocalDate.of(year, 1, 1), until);
        return YearProposal.of(frame, needs.of(shape, day), held);
    }

    private PlanView copy(Scope scope, Known known, int year, int from) {
        var id = known.named().id();
        var once = copied(id, year, from);
        var copied =
                once.lines().stream()
                        .map(line -> new Line(line.type(), line.on(), line.topic(), null, null))
                        .sorted(YearProposal.IN_ORDER)
                        .toList();
        return new PlanView(
                known.named(),
                year,
                store.get(id, year).map(Adopted::version).orElse(null),
                null,
                once.themeDay(),
                views.proposed(id, day(year, scope.day()), copied));
    }

    /** The plan of a year once more for another. */
    private Plan copied(UUID organization, int year, int from) {
        var last =
                store.get(organization, from)
                        .orElseThrow(() -> new InputRefused("copy", from + " 年没有定过计划，不能照抄"));
        var kept = store.lines(organization, from).stream().map(PlanStore.Line::kept).toList();
        return new Plan(last.themeDay(), PlanCopy.into(year, last.themeDay(), kept));
    }

    /** Adopts what is proposed or copied, as it is. */
    void adopt(Scope scope, NewPlan sent) {
        var day = LocalDate.ofInstant(sent.by().at(), clock.getZone());
        var known = organizations.get(scope, sent.organization(), day);
        var year = sent.year();
        var from = sent.copied();
        var plan =
                from == null
                        ? proposed(known, year, sent.themeDay(), day)
                        : copied(sent.organization(), year, from);
        var by = new Adopting(sent.by().name(), sent.by().at());
        if (!store.keep(sent.organization(), year, plan, null, by)) {
            throw new InputRefused("year", year + " 年已经定过计划，请在原来的计划上改");
        }
        tell(scope, sent.organization(), year, plan);
    }

    private Plan proposed(Known known, int year, int themeDay, LocalDate day) {
        var lines =
                asked(known, year, themeDay, day).stream()
                        .map(one -> new Kept(one.type(), one.on(), one.topic(), one.movedReason()))
                        .toList();
        return new Plan(themeDay, lines);
    }

    /** Of another year its rules are meant, of this one those of today. */
    static LocalDate day(int year, LocalDate today) {
        return year == today.getYear() ? today : LocalDate.of(year, 1, 1);
    }

    PlanView adopt(
            SignedIn who,
            UUID organization,
            @Nullable Integer sent,
            PlanOrder order,
            @Nullable String ifMatch) {
        return scopes.write(
                who,
                scope -> {
                    var known = organizations.get(scope, organization);
                    var year = LifeText.year(sent, "year", scope.day());
                    var plan = PlanReader.read(year, order);
                    var before = store.get(organization, year);
                    var version = before.isEmpty() ? null : Version.of(ifMatch);
                    var by = new Adopting(who.name(), clock.instant());
                    if (!store.keep(organization, year, plan, version, by)) {
                        throw stale(scope, known, year, plan);
                    }
                    tell(scope, organization, year, plan);
                    return view(scope, known, year);
                });
    }

    private Stale stale(Scope scope, Known known, int year, Plan sent) {
        var stands = view(scope, known, year);
        var kept = store.lines(known.named().id(), year).stream().map(PlanStore.Line::kept);
        var conflicts =
                Stream.of(
                                conflict("themeDay", "固定日", sent.themeDay(), stands.themeDay()),
                                conflict("items", "计划", told(sent.lines()), told(kept.toList())))
                        .filter(one -> !Objects.equals(one.yours(), one.theirs()))
                        .toList();
        var adopted = stands.adopted();
        return new Stale(
                new Stale.Standing(
                        Objects.requireNonNullElse(stands.version(), 0),
                        stands,
                        conflicts,
                        adopted == null ? null : adopted.by(),
                        adopted == null ? null : adopted.at()));
    }

    private static Stale.Conflict conflict(
            String field, String label, Object yours, Object theirs) {
        return new Stale.Conflict(field, label, yours.toString(), theirs.toString());
    }

    private static String told(List<Kept> lines) {
        return String.join("；", lines.stream().map(YearPlans::told).sorted().toList());
    }

    private static String told(Kept line) {
        var topic = line.topic() == null ? "" : "“" + line.topic() + "”";
        var moved = line.movedReason() == null ? "" : "（" + line.movedReason() + "）";
        return line.on() + " " + line.type().label() + topic + moved;
    }

    private void tell(Scope scope, UUID organization, int year, Plan plan) {
        var values =
                Map.of(
                        "year", year,
                        "themeDay", plan.themeDay(),
                        "items", plan.lines().stream().map(YearPlans::told).toList());
        journal.append(
                scope.actor(),
                new Act(
                        organization,
                        "meeting.plan",
                        "organization",
                        organization,
                        scope.day(),
                        List.of(PlanNeeds.THEME_DAY.value()),
                        values));
    }
}
