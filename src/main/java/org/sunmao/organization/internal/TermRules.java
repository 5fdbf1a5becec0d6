package org.sunmao.organization.internal;

import static org.sunmao.organization.internal.Kinds.PARTY_GROUP;
import static org.sunmao.organization.internal.Kinds.TEMPORARY_BRANCH;

import org.sunmao.organization.internal.PostRules.Home;
import org.sunmao.organization.internal.PostRules.Refused;
import org.sunmao.rules.Rule;
import org.sunmao.rules.RuleId;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/** How long a term is, and by how much its end may be put off. Knows no clock and no database. */
final class TermRules {

    static final RuleId TERMS = new RuleId("R-BR-09");
    static final RuleId EXTENSION = new RuleId("R-BR-10");

    /** The terms of before the rule were two to five years. */
    static final int LEAST = 2;

    static final int MOST = 5;

    private final Function<RuleId, Rule> rules;

    /**
     * @param rules the rules as in force on the day
     */
    TermRules(Function<RuleId, Rule> rules) {
        this.rules = rules;
    }

    /** Why an organization of the kind has no terms; empty if it has. */
    static Optional<Refused> without(Home home) {
        return switch (home.kind()) {
            case Kinds.GROUP -> Optional.of(new Refused(PARTY_GROUP, "begins", "党小组不是一级党组织，没有届期"));
            case Kinds.TEMPORARY ->
                    Optional.of(new Refused(TEMPORARY_BRANCH, "begins", "临时党支部不进行换届，没有届期"));
            case Kinds.WORK_COMMITTEE ->
                    Optional.of(new Refused(null, "begins", "党工委由上级党委派出，不进行换届，没有届期"));
            default -> Optional.empty();
        };
    }

    /** How many years a term lasts that begins under the rule. */
    int years(Home home) {
        var rule = rules.apply(TERMS);
        if (home.village()) {
            return rule.figure("village");
        }
        return rule.figure(home.kind().equals(Kinds.COMMITTEE) ? "committee" : "branch");
    }

    /** Why the next election may not be put off until that day. */
    Optional<Refused> extension(Term term, LocalDate until) {
        var years = rules.apply(EXTENSION).figure("years");
        if (until.isBefore(term.due())) {
            return Optional.of(new Refused(null, "due", "这一届任期到 " + term.due() + " 届满，延期不能早于这一天"));
        }
        return until.isAfter(term.due().plusYears(years))
                ? Optional.of(
                        new Refused(
                                EXTENSION,
                                "due",
                                "延长期限一般不超过 %d 年，最晚到 %s"
                                        .formatted(years, term.due().plusYears(years))))
                : Optional.empty();
    }

    static int extendedMonths(Term term) {
        var until = term.extendedTo();
        return until == null ? 0 : (int) ChronoUnit.MONTHS.between(term.due(), until);
    }

    /** How it stands with a term on a day, in a sentence. */
    static String says(Term term, LocalDate day) {
        var due = term.dueAfterAll();
        if (!term.ends().isAfter(day)) {
            var early = term.ends().isBefore(term.due()) ? "，早于届满的 " + term.due() : "";
            return "已于 " + term.ends() + " 换届" + early;
        }
        var extended = term.extendedTo() == null ? "" : "（经批准延期）";
        return due.isAfter(day)
                ? "到 " + due + " 届满" + extended
                : "已于 " + due + " 届满" + extended + "，还没有换届";
    }
}
