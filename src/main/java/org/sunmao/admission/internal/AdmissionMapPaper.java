package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.admission.internal.AdmissionView.AdmissionGate;
import org.sunmao.admission.internal.AdmissionView.AdmissionStep;
import org.sunmao.document.Paper;

import java.util.List;
import java.util.Objects;

/**
 * The way of one person on paper: the same picture as on the screen.
 *
 * @param stage how far it has come
 * @param waits for whom, for what and how long
 * @param missing what the step that waits lacks; empty where nothing
 * @param counted how the locality counts the steps
 */
record AdmissionMapPaper(
        String id,
        String told,
        String name,
        String organization,
        String stage,
        String waits,
        String missing,
        String counted,
        List<GateCell> gates,
        List<Group> groups)
        implements Paper {

    /** A state is told by its sign and its words, never by colour alone. */
    record GateCell(String state, String sign, String name, String days) {}

    record Group(String title, List<StepLine> steps) {}

    record StepLine(String number, String title, String state, String on, String says) {}

    @Override
    public @Nullable String reference() {
        return null;
    }

    @Override
    public boolean draft() {
        return false;
    }

    static AdmissionMapPaper of(AdmissionView view, Scheme scheme, String told) {
        return new AdmissionMapPaper(
                view.id().toString(),
                told,
                view.name(),
                view.organization().name(),
                view.stageName(),
                waits(view),
                missing(view),
                counted(scheme),
                view.gates().stream().map(AdmissionMapPaper::cell).toList(),
                view.gates().stream().map(gate -> group(view, gate)).toList());
    }

    private static String counted(Scheme scheme) {
        return scheme.official()
                ? "步骤按官方流程图的" + scheme.name() + "编号。"
                : "步骤按本地的" + scheme.name() + "编号（本地配置）。";
    }

    private static String waits(AdmissionView view) {
        if (view.next() == null) {
            return "已经办完";
        }
        var due = view.due() == null ? "" : "，最晚 " + AdmissionForm.day(view.due());
        var late = view.due() != null && view.late() ? "（已经超过期限）" : "";
        return "%s：%s（已等 %d 天）%s%s"
                .formatted(
                        Objects.requireNonNullElse(view.waitsForName(), ""),
                        view.next(),
                        view.waitingDays(),
                        due,
                        late);
    }

    private static String missing(AdmissionView view) {
        return view.steps().stream()
                .filter(step -> step.name().equals(view.nextStep()))
                .map(AdmissionMapPaper::lacks)
                .findFirst()
                .orElse("");
    }

    private static String lacks(AdmissionStep step) {
        return Objects.requireNonNullElse(
                step.remedy(), Objects.requireNonNullElse(step.says(), ""));
    }

    private static GateCell cell(AdmissionGate gate) {
        var sign =
                switch (gate.state()) {
                    case "done" -> "●";
                    case "current" -> "▶";
                    default -> "○";
                };
        var from = AdmissionForm.day(gate.from());
        var to = AdmissionForm.day(gate.to());
        var days = from.isEmpty() ? "" : from + (to.isEmpty() ? " 起" : " 至 " + to);
        return new GateCell(gate.state(), sign, gate.name(), days);
    }

    private static Group group(AdmissionView view, AdmissionGate gate) {
        return new Group(
                gate.name(),
                view.steps().stream()
                        .filter(step -> step.gate().equals(gate.gate()))
                        .map(AdmissionMapPaper::line)
                        .toList());
    }

    private static StepLine line(AdmissionStep step) {
        var state =
                switch (step.state()) {
                    case "done" -> "● 办过";
                    case "open" -> "▶ 可以办";
                    default -> "○";
                };
        var on = step.on() == null ? "" : AdmissionForm.day(step.on());
        var times = step.times() > 1 ? "（" + step.times() + " 次）" : "";
        var due = step.due() == null ? "" : "，最晚 " + AdmissionForm.day(step.due());
        var says = step.state().equals("done") ? "" : actor(step) + "办" + due;
        return new StepLine(step.number(), step.title(), state, on + times, says);
    }

    /** Without what stands in brackets behind it: a line is short. */
    private static String actor(AdmissionStep step) {
        return step.byName().replaceFirst("（.*", "");
    }
}
