package org.sunmao.organization.internal;

import com.ibm.icu.text.RuleBasedNumberFormat;

import org.jspecify.annotations.Nullable;
import org.sunmao.document.Paper;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the papers of a change of organizations say (process ORG, R-BR-05/06/07), each template as
 * much of it as its paper needs.
 *
 * @param id the change; stands at the foot of each page
 * @param reference the entry of the journal that proves it, if there is one
 * @param matter what it is about, as 合并东村、西村党支部 (see {@link #matter(String)})
 * @param applicant who asks; the approver itself where it decides directly
 * @param approver who decides and sends the reply
 * @param registrar the organization department that the change is filed with
 * @param steps each step as one sentence, without its full stop
 * @param fates what becomes of each organization
 * @param moves where each member goes, by organization and name
 * @param handovers who hands archives to whom
 */
record ChangePaper(
        String id,
        @Nullable String reference,
        boolean draft,
        String matter,
        LocalDate effectiveOn,
        String reason,
        String applicant,
        String approver,
        String registrar,
        List<String> steps,
        List<Fate> fates,
        List<Temporary> temporaries,
        List<Move> moves,
        List<Handover> handovers,
        @Nullable Request request,
        @Nullable Decision decision,
        @Nullable Filing filing)
        implements Paper {

    /**
     * @param becomes as 并入中共东关村党支部，自身撤销
     * @param members how many members it had; null if it was not yet there
     */
    record Fate(String organization, String becomes, @Nullable Long members) {}

    /**
     * A branch for one task (R-BR-07).
     *
     * @param masked what it may not do
     * @param reviewOn when it is looked at again
     */
    record Temporary(
            String organization, String task, List<String> masked, @Nullable LocalDate reviewOn) {}

    /**
     * One member; no citizen number, for lists are handed around.
     *
     * @param source the organization that lets the member go
     */
    record Move(String name, String sex, YearMonth born, String from, String to, UUID source) {}

    record Handover(String from, String to) {}

    record Request(LocalDate on, @Nullable String note) {}

    /**
     * @param number 文号
     * @param meeting which meeting decided, as 镇党委会议
     */
    record Decision(LocalDate on, String number, String meeting, @Nullable String note) {}

    record Filing(LocalDate on, @Nullable String number, @Nullable String note) {}

    /** A paragraph or annex with its number; one alone needs none. */
    record Point(String number, String says) {}

    private static final String TRANSFER_LIST = "党员组织关系接转名单";
    private static final String HANDOVER = "档案移交清单";

    ChangePaper with(Filing filed) {
        return new ChangePaper(
                id,
                reference,
                false,
                matter,
                effectiveOn,
                reason,
                applicant,
                approver,
                registrar,
                steps,
                fates,
                temporaries,
                moves,
                handovers,
                request,
                decision,
                filed);
    }

    /** The paper with those members alone. */
    ChangePaper with(List<Move> some) {
        return new ChangePaper(
                id,
                reference,
                draft,
                matter,
                effectiveOn,
                reason,
                applicant,
                approver,
                registrar,
                steps,
                fates,
                temporaries,
                some,
                handovers,
                request,
                decision,
                filing);
    }

    /** A title without what the heading of a paper says itself. */
    static String matter(String title) {
        return title.strip().replaceFirst("^关于", "").replaceFirst("的(请示|决定|批复|方案|报告|通知)$", "");
    }

    String because() {
        return reason.matches("(?s).*[。！？]\\s*") ? reason : reason + "。";
    }

    List<Point> points() {
        var chinese = new RuleBasedNumberFormat(Locale.CHINESE, RuleBasedNumberFormat.SPELLOUT);
        return IntStream.range(0, steps.size())
                .mapToObj(i -> new Point(chinese.format(i + 1), steps.get(i)))
                .toList();
    }

    /** Whether nobody asked and the level above decides of itself. */
    boolean direct() {
        return request == null;
    }

    /** What the decision is called: a reply to a request, or a decision. */
    String paper() {
        return direct() ? "决定" : "批复";
    }

    String addressees() {
        return direct() ? "各有关党组织" : applicant;
    }

    int moved() {
        return moves.size();
    }

    boolean handedOver() {
        return !handovers.isEmpty();
    }

    List<Point> requestAnnexes() {
        return annexes(moves.isEmpty() ? null : TRANSFER_LIST);
    }

    List<Point> decisionAnnexes() {
        return annexes(moves.isEmpty() ? null : TRANSFER_LIST, handedOver() ? HANDOVER : null);
    }

    List<Point> filingAnnexes() {
        return annexes(
                "%s关于%s的%s".formatted(approver, matter, paper()),
                moves.isEmpty() ? null : TRANSFER_LIST,
                handedOver() ? HANDOVER : null);
    }

    private static List<Point> annexes(@Nullable String... names) {
        var some = Stream.of(names).filter(Objects::nonNull).toList();
        return IntStream.range(0, some.size())
                .mapToObj(i -> new Point(some.size() == 1 ? "" : "" + (i + 1), some.get(i)))
                .toList();
    }

    /** The width of the heading in characters at which its lines are about equally long. */
    int heading() {
        var length = matter.length() + 5;
        return length / ((length + 19) / 20) + 2;
    }

    /** The size in points at which the name of the sender fills one line of the red head. */
    int masthead() {
        return Math.clamp(400 / (approver.length() + 2), 22, 42);
    }
}
