package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Right;
import org.sunmao.access.Scope;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Tree;
import org.sunmao.admission.internal.Actors.Hand;
import org.sunmao.admission.internal.AdmissionView.AdmissionAsked;
import org.sunmao.admission.internal.AdmissionView.AdmissionHandover;
import org.sunmao.admission.internal.AdmissionView.AdmissionMay;
import org.sunmao.admission.internal.AdmissionView.AdmissionPaper;
import org.sunmao.admission.internal.AdmissionView.AdmissionPerson;
import org.sunmao.admission.internal.AdmissionView.AdmissionPlace;
import org.sunmao.admission.internal.Committees.Line;
import org.sunmao.admission.internal.HandoverStore.Handover;
import org.sunmao.admission.internal.MapViews.Drawn;
import org.sunmao.admission.internal.PaperStore.Brought;
import org.sunmao.admission.internal.Stage.Accepted;
import org.sunmao.admission.internal.Stage.Archived;
import org.sunmao.admission.internal.Stage.Decided;
import org.sunmao.admission.internal.Stage.Member;
import org.sunmao.admission.internal.Stage.Probationer;
import org.sunmao.code.CodeTable;
import org.sunmao.code.Codes;
import org.sunmao.member.CitizenNumber;
import org.sunmao.web.InputRefused.Place;
import org.sunmao.web.NotFound;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Ways into the Party as they are shown, with what the one who looks may do. */
@Component
class AdmissionViews {

    private static final int SHOWN = 4;

    private final AdmissionStore store;
    private final StepStore steps;
    private final ExplanationStore explanations;
    private final HandoverStore handovers;
    private final PaperStore papers;
    private final MapViews maps;
    private final TakenViews taken;
    private final Committees committees;
    private final Actors actors;
    private final Catalogue catalogue;
    private final Tree tree;
    private final Codes codes;

    AdmissionViews(
            AdmissionStore store,
            StepStore steps,
            ExplanationStore explanations,
            HandoverStore handovers,
            PaperStore papers,
            MapViews maps,
            TakenViews taken,
            Committees committees,
            Actors actors,
            Catalogue catalogue,
            Tree tree,
            Codes codes) {
        this.store = store;
        this.steps = steps;
        this.explanations = explanations;
        this.handovers = handovers;
        this.papers = papers;
        this.maps = maps;
        this.taken = taken;
        this.committees = committees;
        this.actors = actors;
        this.catalogue = catalogue;
        this.tree = tree;
        this.codes = codes;
    }

    AdmissionView get(SignedIn who, Scope scope, UUID id) {
        return of(who, scope, store.get(scope, id).orElseThrow(NotFound::new));
    }

    AdmissionView of(SignedIn who, Scope scope, Admission it) {
        var line = committees.of(it.organization(), scope.day());
        var history = steps.of(it.id());
        var hand = Actors.hand(who, scope, line);
        var brought = papers.of(it.id());
        var map = maps.of(hand, scope.day(), it, history, papers.kept(it, brought));
        var handover = handovers.open(it.id()).orElse(null);
        return view(scope, it, new Seen(hand, history, brought, map, handover));
    }

    /** What is read of a case beside the case itself. */
    private record Seen(
            Hand hand,
            List<Taken> history,
            List<Brought> brought,
            Drawn map,
            @Nullable Handover handover) {}

    private AdmissionView view(Scope scope, Admission it, Seen seen) {
        var hand = seen.hand();
        var handover = seen.handover();
        var waiting = it.waiting();
        var next = waiting.next();
        var stage = it.stage();
        return new AdmissionView(
                it.id(),
                it.version(),
                it.person(),
                it.whose().name(),
                codes.label(CodeTable.SEX, it.whose().sex()),
                it.whose().bornOn(),
                place(it.organization(), scope.day()),
                committee(hand.line()),
                it.kind().code(),
                it.kind().label(),
                stage.code(),
                Words.stage(stage.code()),
                waiting.since(),
                days(waiting.since(), scope.day()),
                next == null ? null : next.by().code(),
                next == null ? null : waits(next, hand.line()),
                next == null ? null : next.code(),
                next == null ? null : catalogue.entry(next.code()).title(),
                waiting.due(),
                late(waiting, scope.day()),
                it.applied(),
                from(stage),
                until(stage),
                since(stage),
                person(it),
                seen.map().gates(),
                seen.map().steps(),
                taken.of(hand.who(), scope, it, seen.history()),
                asked(it, hand),
                papers(it, seen.brought()),
                handover == null ? null : handover(hand.who(), scope, handover),
                may(scope, it, hand, handover));
    }

    private static @Nullable AdmissionPlace committee(Line line) {
        var approving = line.approving();
        return approving == null ? null : new AdmissionPlace(approving.id(), approving.name());
    }

    static int days(LocalDate since, LocalDate day) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(since, day));
    }

    static boolean late(Waiting waiting, LocalDate day) {
        return waiting.due() != null && waiting.due().isBefore(day);
    }

    private static String waits(StepCode next, Line line) {
        var approving = line.approving();
        return next.by() == StepCode.By.COMMITTEE && approving != null
                ? approving.name()
                : next.by().label();
    }

    AdmissionPlace place(UUID organization, LocalDate day) {
        return new AdmissionPlace(organization, name(organization, day));
    }

    String name(UUID organization, LocalDate day) {
        return tree.name(organization, day).orElse("");
    }

    private static @Nullable LocalDate from(Stage stage) {
        return switch (stage) {
            case Accepted it -> it.on();
            case Probationer it -> it.since();
            case Decided it -> it.was().since();
            default -> null;
        };
    }

    private static @Nullable LocalDate until(Stage stage) {
        return switch (stage) {
            case Probationer it -> it.until();
            case Decided it -> it.was().until();
            default -> null;
        };
    }

    private static @Nullable LocalDate since(Stage stage) {
        return switch (stage) {
            case Member it -> it.since();
            case Archived it -> it.since();
            default -> null;
        };
    }

    private static AdmissionPerson person(Admission it) {
        var whose = it.whose();
        var number = whose.citizenNumber();
        var registered = Progress.done(it.stage()).contains(StepCode.APPROVE);
        return new AdmissionPerson(
                whose.sex(),
                whose.nation(),
                number == null ? null : CitizenNumber.of(number).masked(),
                masked(whose.mobile()),
                whose.education(),
                whose.jobPost(),
                registered
                        ? List.of()
                        : RegisterEffects.missing(whose).stream().map(Place::pointer).toList());
    }

    static @Nullable String masked(@Nullable String mobile) {
        return mobile == null ? null : "*".repeat(7) + mobile.substring(mobile.length() - SHOWN);
    }

    private @Nullable AdmissionAsked asked(Admission it, Hand hand) {
        var who = hand.who();
        return explanations
                .open(it.id())
                .map(
                        one ->
                                new AdmissionAsked(
                                        one.id(),
                                        one.code().code(),
                                        catalogue.entry(one.code().code()).title(),
                                        one.on(),
                                        one.reason(),
                                        one.by().name(),
                                        one.by().at(),
                                        taken.breaches(it, one.on(), one.breaches()),
                                        Actors.signs(who, one, hand.line()) && hand.within(),
                                        who.account().equals(one.by().account())))
                .orElse(null);
    }

    /** Of who was admitted outside the usual way, one paper is kept: the one that decided it. */
    private List<AdmissionPaper> papers(Admission it, List<Brought> all) {
        var outside = OutsideAdmissions.is(it.kind());
        var brought = all.stream().collect(Collectors.toMap(Brought::code, one -> one));
        return catalogue.papers().stream()
                .map(
                        paper -> {
                            var file = brought.get(paper.code());
                            return new AdmissionPaper(
                                    paper.code(),
                                    paper.title(),
                                    outside
                                            ? paper.code().equals(OutsideAdmissions.PAPER)
                                            : paper.kept(),
                                    paper.printed(),
                                    file == null ? null : file.file(),
                                    file == null ? null : file.name());
                        })
                .toList();
    }

    private AdmissionHandover handover(SignedIn who, Scope scope, Handover it) {
        return new AdmissionHandover(
                it.id(),
                place(it.source(), scope.day()),
                place(it.target(), scope.day()),
                it.on(),
                it.name(),
                actors.writes(who, scope, it.target()));
    }

    private AdmissionMay may(Scope scope, Admission it, Hand hand, @Nullable Handover handover) {
        var who = hand.who();
        var line = hand.line();
        var writes = hand.writes();
        var over = it.waiting().next() == null;
        return new AdmissionMay(
                writes,
                who.role().may(Right.ADMISSIONS_APPROVE) && line.hasAbove(who.organization()),
                writes && maps.open(it, StepCode.END, line, scope.day()) && handover == null,
                writes && !over && handover == null && !(it.stage() instanceof Member),
                handover != null && actors.writes(who, scope, handover.target()));
    }
}
