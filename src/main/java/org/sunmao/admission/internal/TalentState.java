package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** How far somebody of the young talent pool has come: it follows from their case. */
enum TalentState {
    /** On the list; also whose way has ended before they were a member. */
    LISTED("listed", "在库培养", "", "cancelled", "ended"),
    APPLIED("applied", "已申请入党", "applicant", "activist-to-file"),
    ACTIVIST("activist", "入党积极分子", "activist", "object-to-file"),
    OBJECT("object", "发展对象", "object", "pre-examined", "accepted"),
    PROBATIONER("probationer", "预备党员", "probationer", "extended", "decided"),
    MEMBER("member", "正式党员", "member", "archived"),
    LEFT("left", "已离库");

    private final String code;
    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> stages;

    TalentState(String code, String label, String... stages) {
        this.code = code;
        this.label = label;
        this.stages = List.of(stages);
    }

    String code() {
        return code;
    }

    String label() {
        return label;
    }

    /** The stages of a case that mean it; an empty one where there is no case. */
    List<String> stages() {
        return stages;
    }

    static TalentState of(@Nullable String stage) {
        var known = stage == null ? "" : stage;
        for (var state : values()) {
            if (state.stages.contains(known)) {
                return state;
            }
        }
        throw new IllegalStateException("no stage of a talent: " + stage);
    }

    static @Nullable TalentState find(String code) {
        for (var state : values()) {
            if (state.code.equals(code)) {
                return state;
            }
        }
        return null;
    }
}
