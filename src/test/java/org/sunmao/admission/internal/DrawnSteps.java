package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.admission.internal.Facts.Power;
import org.sunmao.admission.internal.Stage.Outcome;
import org.sunmao.admission.internal.Stage.Reason;
import org.sunmao.meeting.Voting.Counts;
import org.sunmao.rules.RuleId;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Draws steps for a case: mostly those of its turn, whose days lie at, just before or just after
 * what binds them; sometimes any step on any day.
 */
final class DrawnSteps {

    private static final List<RuleId> RULES =
            List.of(
                    Rules.APPLIED_FOR,
                    Rules.NOTICE,
                    Rules.CULTIVATION,
                    Rules.STAYS,
                    Rules.VOTED_AGAIN,
                    Rules.APPROVED_IN_TIME,
                    Rules.CONVERTED_IN_TIME,
                    Rules.AGE,
                    Rules.RECOMMENDED,
                    Rules.REVIEW,
                    Rules.TRAINING,
                    Rules.ATTENDANCE,
                    Rules.TEMPORARY,
                    Rules.NOT_EARLY,
                    Rules.EXTENSION);
    private static final List<String> KINDS =
            List.of(
                    "talk",
                    "fix",
                    "file",
                    "contacts",
                    "assess",
                    "list",
                    "file-object",
                    "sponsors",
                    "review",
                    "train",
                    "examine",
                    "pre-examine",
                    "fill",
                    "vote",
                    "submit",
                    "superior",
                    "approve",
                    "file-approval",
                    "assign",
                    "swear",
                    "assess-probation",
                    "ask",
                    "vote-conversion",
                    "approve-conversion",
                    "archive",
                    "move",
                    "end");

    private final Random random;
    private final Bounds bounds;
    private final AdmissionHistory past;

    DrawnSteps(Random random, Bounds bounds, AdmissionHistory past) {
        this.random = random;
        this.bounds = bounds;
        this.past = past;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    Facts facts() {
        var power = chance(93) ? Power.APPROVES : any(List.of(Power.values()));
        return new Facts(bounds, chance(5), power, excused());
    }

    private Set<RuleId> excused() {
        var excused = new HashSet<RuleId>();
        if (chance(40)) {
            RULES.stream().filter(_ -> chance(40)).forEach(excused::add);
        }
        return excused;
    }

    Step step() {
        var code = past.code();
        var kind = chance(85) ? turn(code) : any(KINDS);
        if (kind.equals("end") && chance(80)) {
            kind = "move";
        }
        return step(kind, day(kind));
    }

    /** What is missing comes first; what is there is done again now and then. */
    private String turn(String code) {
        return switch (code) {
            case "applicant" -> past.last(Step.Talk.class) == null ? "talk" : "fix";
            case "activist-to-file" -> "file";
            case "activist" -> activist();
            case "object-to-file" -> "file-object";
            case "object" -> object();
            case "pre-examined" -> missing("fill", Step.FillForm.class, "vote");
            case "accepted" ->
                    chance(70)
                            ? missing(
                                    "submit",
                                    Step.Submit.class,
                                    missing("superior", Step.SuperiorTalk.class, "approve"))
                            : any(List.of("submit", "superior", "approve"));
            case "probationer", "extended" -> probation();
            case "decided" -> "approve-conversion";
            case "member" -> "archive";
            default -> any(KINDS);
        };
    }

    private String missing(String kind, Class<? extends Step> step, String otherwise) {
        var opened =
                past.code().equals("accepted")
                        ? past.place(Step.Vote.class, _ -> true)
                        : past.place(Step.PreExamine.class, _ -> true);
        return past.lastAfter(step, opened) == null ? kind : otherwise;
    }

    private String activist() {
        if (past.contacts() == null || chance(5)) {
            return "contacts";
        }
        var few = past.all(Step.Assess.class).size() < bounds.assessments();
        return few != chance(10) ? "assess" : "list";
    }

    private String object() {
        if (chance(15)) {
            return any(List.of("sponsors", "review", "train", "examine", "pre-examine"));
        }
        if (past.last(Step.NameSponsors.class) == null) {
            return "sponsors";
        }
        if (past.reviewed() == null) {
            return "review";
        }
        if (past.last(Step.Train.class) == null) {
            return "train";
        }
        return past.examined() == null ? "examine" : "pre-examine";
    }

    private String probation() {
        if (past.asked() == null && chance(40)) {
            return "ask";
        }
        return any(
                List.of(
                        "file-approval",
                        "assign",
                        "swear",
                        "assess-probation",
                        "ask",
                        "vote-conversion",
                        "vote-conversion",
                        "vote-conversion"));
    }

    private LocalDate day(String kind) {
        var latest = past.done.isEmpty() ? past.applied : past.done.getLast().on();
        var bound = bound(kind, latest);
        var drawn = random.nextInt(100);
        if (drawn < 50) {
            return (bound.isAfter(latest) ? bound : latest).plusDays(random.nextInt(20));
        }
        if (drawn < 80) {
            return bound.plusDays(random.nextInt(3) - 1L);
        }
        if (drawn < 90) {
            return latest.plusDays(random.nextInt(3) - 1L);
        }
        if (drawn < 95) {
            var end = latest.plusMonths(random.nextInt(13));
            return end.withDayOfMonth(end.lengthOfMonth());
        }
        return latest.plusDays(random.nextInt(800) - 200L);
    }

    /** The day that binds the step at the least or the most. */
    private LocalDate bound(String kind, LocalDate latest) {
        var since = past.since();
        return switch (kind) {
            case "fix" -> past.applied.plusMonths(bounds.activistMonths());
            case "list" -> since == null ? latest : since.plusYears(bounds.cultivationYears());
            case "assess" -> latest.plusMonths(chance(50) ? 6 : 0);
            case "vote" -> {
                var barred = past.barredUntil();
                yield barred == null ? latest : barred.plusDays(1);
            }
            case "approve" -> {
                var in = past.last(Step.Submit.class);
                var months = chance(50) ? bounds.approvalMonths() : bounds.specialMonths();
                yield in == null || chance(60) ? latest : in.plusMonths(months);
            }
            case "vote-conversion" -> past.last(Step.Vote.class) == null ? latest : past.until();
            case "approve-conversion" -> {
                var met = past.last(Step.VoteConversion.class);
                yield met == null || chance(60)
                        ? latest
                        : met.plusMonths(bounds.conversionMonths());
            }
            default -> latest;
        };
    }

    private Step step(String kind, LocalDate on) {
        return switch (kind) {
            case "talk" -> new Step.Talk(on);
            case "fix" -> new Step.FixActivist(on, chance(92), notice(bounds.notices().activist()));
            case "file" -> new Step.FileActivist(on, chance(85));
            case "contacts" -> new Step.NameContacts(on, near(bounds.contactsLeast()));
            case "assess" -> new Step.Assess(on);
            case "list" -> new Step.ListObject(on, chance(92), notice(bounds.notices().object()));
            case "file-object" -> new Step.FileObject(on, chance(85));
            case "sponsors" ->
                    new Step.NameSponsors(on, near(bounds.sponsors()), chance(93) ? 0 : 1);
            case "review" -> new Step.Review(on, chance(85));
            case "train" ->
                    new Step.Train(
                            on,
                            bounds.trainingDays() - random.nextInt(3),
                            bounds.trainingHours() - random.nextInt(3),
                            chance(20));
            case "examine" ->
                    new Step.Examine(on, chance(92), notice(bounds.notices().acceptance()));
            case "pre-examine" -> new Step.PreExamine(on, chance(88), leaves(on));
            case "fill" -> new Step.FillForm(on);
            case "vote" -> new Step.Vote(on, counts());
            case "submit" -> new Step.Submit(on);
            case "superior" -> new Step.SuperiorTalk(on);
            case "approve" -> new Step.Approve(on, chance(90), chance(30));
            default -> onProbation(kind, on);
        };
    }

    private Step onProbation(String kind, LocalDate on) {
        return switch (kind) {
            case "file-approval" -> new Step.FileApproval(on);
            case "assign" -> new Step.Assign(on);
            case "swear" -> new Step.Swear(on);
            case "assess-probation" -> new Step.AssessProbation(on);
            case "ask" -> new Step.ApplyConversion(on);
            case "vote-conversion" -> voteConversion(on);
            case "approve-conversion" -> new Step.ApproveConversion(on, chance(85));
            case "archive" -> new Step.Archive(on, bounds.papers() - random.nextInt(2));
            case "move" -> new Step.Move(on, chance(85));
            default -> new Step.End(on, any(List.of(Reason.values())));
        };
    }

    private Step voteConversion(LocalDate on) {
        var outcome = chance(70) ? Outcome.CONVERT : chance(75) ? Outcome.EXTEND : Outcome.CANCEL;
        var bound = chance(50) ? bounds.extendLeast() : bounds.extendMost();
        var months = outcome == Outcome.EXTEND || chance(10) ? near(bound) : 0;
        var days = notice(bounds.notices().conversion());
        return new Step.VoteConversion(on, outcome, months, chance(95), days, counts());
    }

    private int near(int bound) {
        return chance(70) ? bound : bound + random.nextInt(3) - 1;
    }

    private int notice(int days) {
        return chance(80) ? days + random.nextInt(2) : days - 1;
    }

    private @Nullable LocalDate leaves(LocalDate on) {
        return chance(70)
                ? null
                : on.plusMonths(bounds.stayMonths()).plusDays(random.nextInt(3) - 1L);
    }

    /** Around half of those due, where it is decided whether it is one. */
    private Counts counts() {
        var due = chance(97) ? 1 + random.nextInt(20) : 0;
        var half = due / 2 + 1;
        var present = Math.max(0, chance(60) ? due - random.nextInt(2) : half - random.nextInt(2));
        var written = chance(50) ? 0 : Math.max(0, due - present);
        var votes = present + written;
        var favour = chance(60) ? votes : Math.min(votes, half - random.nextInt(2));
        var against = random.nextInt(1 + Math.max(0, votes - favour));
        var counts = new Counts(due, present, written, favour, against, votes - favour - against);
        return chance(95) ? counts : spoilt(counts);
    }

    private Counts spoilt(Counts it) {
        return new Counts(
                it.due(),
                it.present() + random.nextInt(3) - 1,
                it.written() + random.nextInt(3) - 1,
                it.inFavour() + random.nextInt(3) - 1,
                it.against(),
                it.abstained() + random.nextInt(3) - 1);
    }
}
