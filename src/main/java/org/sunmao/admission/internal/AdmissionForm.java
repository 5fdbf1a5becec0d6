package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.document.Paper;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a paper of admission (D01 to D29) is filled with; each template takes what it needs. A text
 * that is not known yet is empty, a day a blank to write in.
 *
 * @param id of the case, and the code of the paper
 * @param told who printed it, and when
 * @param hint by which rules it is written
 * @param registrar the organization department that an approval is filed with
 * @param steps by their codes what was filled in the last time, by the keys of their forms
 * @param assessments of the activist, blank ones where there are too few
 * @param assessed how many there were
 * @param resolution what the meeting decided on admission, in one sentence
 */
record AdmissionForm(
        String id,
        String told,
        String hint,
        String name,
        String sex,
        String nation,
        String bornOn,
        String education,
        String jobPost,
        String appliedOn,
        String organization,
        String committee,
        String registrar,
        Map<String, Map<String, Object>> steps,
        List<Map<String, Object>> assessments,
        List<Map<String, Object>> probationAssessments,
        String assessed,
        String resolution,
        String conversionResolution,
        String probationFrom,
        String probationUntil,
        String memberSince)
        implements Paper {

    /** To be written over. */
    static final String BLANK = "\u3000\u3000年\u3000月\u3000日";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("y年M月d日");
    private static final int LINES = 16;

    static String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    @Override
    public @Nullable String reference() {
        return null;
    }

    /** It becomes valid by the signatures under it, not by being printed. */
    @Override
    public boolean draft() {
        return false;
    }

    /** Lines to write on. */
    List<Integer> lines() {
        return IntStream.range(0, LINES).boxed().toList();
    }
}
