package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.admission.internal.Stage.Outcome;
import org.sunmao.meeting.Voting.Counts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What was done with one person, in a plain list, and what it comes to: every question is answered
 * by looking through the list, and days are counted one by one. Shares nothing with the program.
 */
final class AdmissionHistory {

    private static final int SHORTEST_MONTH = 28;
    private static final Set<String> OVER = Set.of("member", "archived", "cancelled", "ended");

    final LocalDate applied;
    final List<Step> done = new ArrayList<>();

    final Bounds bounds;

    AdmissionHistory(LocalDate applied, Bounds bounds) {
        this.applied = applied;
        this.bounds = bounds;
    }

    /** Whether so many months are over on a day. What a month has no day for, its last day is. */
    static boolean passed(LocalDate from, LocalDate on, int months) {
        var between =
                12 * (on.getYear() - from.getYear()) + on.getMonthValue() - from.getMonthValue();
        var lastOfMonth = on.plusDays(1).getDayOfMonth() == 1;
        return between > months
                || (between == months
                        && (lastOfMonth || on.getDayOfMonth() >= from.getDayOfMonth()));
    }

    /** The first day on which so many months are over. */
    static LocalDate after(LocalDate from, int months) {
        var day = from.plusDays((long) SHORTEST_MONTH * months);
        while (!passed(from, day, months)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** More than half of those due came, and are in favour. */
    static boolean adopted(Counts counts) {
        return quorum(counts) && counts.inFavour() > counts.due() - counts.inFavour();
    }

    static boolean quorum(Counts counts) {
        return counts.due() > 0 && counts.present() > counts.due() - counts.present();
    }

    String code() {
        return code(done.size());
    }

    private String code(int upTo) {
        for (var i = upTo - 1; i >= 0; i--) {
            var turned = turned(i);
            if (turned != null) {
                return turned;
            }
        }
        return "applicant";
    }

    /** The day of the last decision, also of one that changed nothing. */
    LocalDate decided() {
        for (var i = done.size() - 1; i >= 0; i--) {
            if (turned(i) != null || cameToNothing(i)) {
                return done.get(i).on();
            }
        }
        return applied;
    }

    private boolean cameToNothing(int i) {
        return switch (done.get(i)) {
            case Step.FileActivist it -> !it.agreed();
            case Step.FileObject it -> !it.agreed();
            case Step.PreExamine it -> !it.passed();
            case Step.Vote it -> !adopted(it.counts());
            case Step.Approve it -> !it.granted();
            case Step.VoteConversion it -> !adopted(it.counts());
            case Step.ApproveConversion it -> !it.granted();
            case Step.Move _ -> turned(i) != null;
            default -> false;
        };
    }

    /** When a decision last came to nothing, since the case rose for the last time. */
    private @Nullable LocalDate back() {
        for (var i = done.size() - 1; i >= 0; i--) {
            if (cameToNothing(i)) {
                return done.get(i).on();
            }
            var rose =
                    done.get(i) instanceof Step.FileActivist
                            || done.get(i) instanceof Step.FileObject
                            || done.get(i) instanceof Step.Approve
                            || done.get(i) instanceof Step.ApproveConversion;
            if (rose) {
                return null;
            }
        }
        return null;
    }

    /** What the step made of the case, if anything. */
    private @Nullable String turned(int i) {
        return switch (done.get(i)) {
            case Step.FixActivist _ -> "activist-to-file";
            case Step.FileActivist it -> it.agreed() ? "activist" : "applicant";
            case Step.ListObject _ -> "object-to-file";
            case Step.FileObject it -> it.agreed() ? "object" : "activist";
            case Step.PreExamine it -> it.passed() ? "pre-examined" : null;
            case Step.Vote it -> adopted(it.counts()) ? "accepted" : "object";
            case Step.Approve it -> it.granted() ? "probationer" : "object";
            case Step.VoteConversion it -> adopted(it.counts()) ? "decided" : null;
            case Step.ApproveConversion it -> afterConversion(i, it.granted());
            case Step.Archive _ -> "archived";
            case Step.Move _ -> code(i).equals("pre-examined") ? "object" : null;
            case Step.End _ -> "ended";
            default -> null;
        };
    }

    private String afterConversion(int i, boolean granted) {
        if (!granted) {
            return extension(i) < 0 ? "probationer" : "extended";
        }
        return switch (decision(i).outcome()) {
            case CONVERT -> "member";
            case EXTEND -> "extended";
            case CANCEL -> "cancelled";
        };
    }

    /** Where an extension was approved before a place, else -1. */
    int extension(int before) {
        for (var i = before - 1; i >= 0; i--) {
            if (isExtension(i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isExtension(int i) {
        return done.get(i) instanceof Step.ApproveConversion it
                && it.granted()
                && decision(i).outcome() == Outcome.EXTEND;
    }

    /** What the meeting had decided on conversion last. */
    private Step.VoteConversion decision(int before) {
        for (var i = before - 1; i >= 0; i--) {
            if (done.get(i) instanceof Step.VoteConversion it && adopted(it.counts())) {
                return it;
            }
        }
        throw new AssertionError("nothing was decided");
    }

    /** Where it was done last, else -1. */
    <T extends Step> int place(Class<T> kind, Predicate<T> fits) {
        for (var i = done.size() - 1; i >= 0; i--) {
            if (kind.isInstance(done.get(i)) && fits.test(kind.cast(done.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    @Nullable LocalDate day(int place) {
        return place < 0 ? null : done.get(place).on();
    }

    @Nullable LocalDate last(Class<? extends Step> kind) {
        return day(place(kind, _ -> true));
    }

    @Nullable LocalDate lastAfter(Class<? extends Step> kind, int place) {
        var last = place(kind, _ -> true);
        return last > place ? day(last) : null;
    }

    /** Since when there is somebody. */
    @Nullable LocalDate contacts() {
        return all(Step.NameContacts.class).stream().min(LocalDate::compareTo).orElse(null);
    }

    List<LocalDate> all(Class<? extends Step> kind) {
        return done.stream().filter(kind::isInstance).map(Step::on).toList();
    }

    @Nullable LocalDate since() {
        return bounds.fromDecision() ? last(Step.FixActivist.class) : last(Step.FileActivist.class);
    }

    /** The last review alone counts: a failed one takes back what was. */
    @Nullable LocalDate reviewed() {
        var last = place(Step.Review.class, _ -> true);
        return last >= 0 && ((Step.Review) done.get(last)).passed() ? day(last) : null;
    }

    /** Nothing was found anew since. */
    @Nullable LocalDate examined() {
        var last = place(Step.Examine.class, _ -> true);
        var anew =
                done.subList(last + 1, done.size()).stream()
                        .anyMatch(
                                step ->
                                        step instanceof Step.NameSponsors
                                                || step instanceof Step.Review
                                                || step instanceof Step.Train);
        return anew ? null : day(last);
    }

    @Nullable LocalDate barredUntil() {
        var failed = day(place(Step.Vote.class, it -> !adopted(it.counts())));
        return failed == null || bounds.lockMonths() == 0
                ? null
                : after(failed, bounds.lockMonths());
    }

    LocalDate until() {
        var until = after(present(last(Step.Vote.class)), 12 * bounds.probationYears());
        for (var i = 0; i < done.size(); i++) {
            until = isExtension(i) ? after(until, decision(i).months()) : until;
        }
        return until;
    }

    @Nullable LocalDate extended() {
        return day(extension(done.size()));
    }

    /** Conversion is asked for anew after an extension. */
    @Nullable LocalDate asked() {
        return lastAfter(Step.ApplyConversion.class, extension(done.size()));
    }

    static LocalDate present(@Nullable LocalDate day) {
        if (day == null) {
            throw new AssertionError("was never done");
        }
        return day;
    }

    /** What there is to be said of the case today, by name. */
    Map<String, String> told() {
        var told = new LinkedHashMap<String, @Nullable Object>();
        var code = code();
        told.put("code", code);
        switch (code) {
            case "applicant", "activist-to-file" -> tellApplicant(told);
            case "activist", "object-to-file" -> tellActivist(told);
            case "object", "pre-examined", "accepted" -> tellObject(told);
            case "probationer", "extended", "decided" -> tellProbation(told);
            case "member", "archived" -> told.put("since", until());
            default -> {}
        }
        if (!OVER.contains(code)) {
            told.put("back", back());
        }
        tellRest(code, told);
        var texts = new LinkedHashMap<String, String>();
        told.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }

    private void tellApplicant(Map<String, @Nullable Object> told) {
        told.put("applied", applied);
        told.put("talked", last(Step.Talk.class));
    }

    private void tellActivist(Map<String, @Nullable Object> told) {
        told.put("since", since());
        told.put("on", day(place(Step.FileActivist.class, Step.FileActivist::agreed)));
        told.put("contacts", contacts());
        told.put("assessed", all(Step.Assess.class).stream().sorted().toList());
    }

    private void tellObject(Map<String, @Nullable Object> told) {
        told.put("on", day(place(Step.FileObject.class, Step.FileObject::agreed)));
        told.put("sponsors", last(Step.NameSponsors.class));
        told.put("reviewed", reviewed());
        told.put("trained", last(Step.Train.class));
        told.put("examined", examined());
        told.put("barredUntil", barredUntil());
    }

    private void tellProbation(Map<String, @Nullable Object> told) {
        var extension = extension(done.size());
        told.put("since", last(Step.Vote.class));
        told.put("until", until());
        told.put("on", last(Step.Approve.class));
        told.put("extended", day(extension));
        told.put("applied", asked());
        told.put("filed", last(Step.FileApproval.class));
        told.put("assigned", last(Step.Assign.class));
        told.put("sworn", last(Step.Swear.class));
        told.put("assessed", all(Step.AssessProbation.class).stream().sorted().toList());
    }

    private void tellRest(String code, Map<String, @Nullable Object> told) {
        var passed = place(Step.PreExamine.class, Step.PreExamine::passed);
        var vote = place(Step.Vote.class, _ -> true);
        switch (code) {
            case "activist-to-file" -> told.put("decided", last(Step.FixActivist.class));
            case "object-to-file" -> told.put("decided", last(Step.ListObject.class));
            case "pre-examined" -> {
                told.put("passed", day(passed));
                told.put("filled", lastAfter(Step.FillForm.class, passed));
            }
            case "accepted" -> {
                told.put("accepted", day(vote));
                told.put("submitted", lastAfter(Step.Submit.class, vote));
                told.put("talked", lastAfter(Step.SuperiorTalk.class, vote));
            }
            case "decided" -> {
                var decision = decision(done.size());
                told.put("outcome", decision.outcome());
                told.put("months", decision.outcome() == Outcome.EXTEND ? decision.months() : 0);
                told.put("decided", decision.on());
            }
            case "member", "archived", "cancelled" -> told.put("on", done.getLast().on());
            case "ended" -> {
                told.put("on", done.getLast().on());
                told.put("reason", ((Step.End) done.getLast()).reason());
            }
            default -> {}
        }
    }
}
