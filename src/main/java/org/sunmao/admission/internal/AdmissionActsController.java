package org.sunmao.admission.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.SignedIn;
import org.sunmao.admission.internal.Plans.AdmissionPlanView;
import org.sunmao.web.InputRefused;
import org.sunmao.web.Version;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What is done beside the steps: explanations, papers, handing over, the plan of a year. */
@RestController
class AdmissionActsController {

    /** What is said of an explanation, or of papers that are sent back. */
    record AdmissionSaid(@Nullable String reason) {}

    /** To which branch the papers go, and when. */
    record AdmissionSending(@Nullable UUID target, @Nullable String on) {}

    /** Whether the papers were examined, and when. */
    record AdmissionReceiving(@Nullable Boolean examined, @Nullable String on) {}

    record AdmissionPlan(@Nullable Integer year, @Nullable Integer places) {}

    /** The form as it is described; it is read as it arrives. */
    private record PaperForm(@Schema(type = "string", format = "binary") String file) {}

    private final AdmissionDesk desk;
    private final Explanations explanations;
    private final LateExplanations late;
    private final Handovers handovers;
    private final Papers papers;
    private final PaperUploads uploads;
    private final Plans plans;
    private final CatalogueViews catalogue;
    private final Clock clock;

    AdmissionActsController(
            AdmissionDesk desk,
            Explanations explanations,
            LateExplanations late,
            Handovers handovers,
            Papers papers,
            PaperUploads uploads,
            Plans plans,
            CatalogueViews catalogue,
            Clock clock) {
        this.desk = desk;
        this.explanations = explanations;
        this.late = late;
        this.handovers = handovers;
        this.papers = papers;
        this.uploads = uploads;
        this.plans = plans;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** The steps as the organization of whoever asks counts them, their forms and guidance. */
    @Requires(Right.ADMISSION_READ_OWN)
    @GetMapping("/api/admissions/steps")
    CatalogueView steps(SignedIn who, @RequestParam(required = false) @Nullable UUID organization) {
        var of = organization == null ? who.organization() : organization;
        if (of == null) {
            throw new InputRefused("organization", "请指明党组织");
        }
        return catalogue.of(LocalDate.now(clock), of);
    }

    /** Explains all that was entered afterwards and broke a rule; the superior signs it. */
    @Requires(Right.ADMISSIONS_WRITE)
    @PostMapping("/api/admissions/{id}/explanations")
    ResponseEntity<AdmissionView> explain(
            SignedIn who, @PathVariable UUID id, @RequestBody AdmissionSaid said) {
        return answer(late.explain(who, id, said.reason()));
    }

    @Requires(Right.ADMISSIONS_APPROVE)
    @PostMapping("/api/admissions/{id}/explanations/{explanation}/sign")
    ResponseEntity<AdmissionView> sign(
            SignedIn who, @PathVariable UUID id, @PathVariable UUID explanation) {
        return answer(explanations.sign(who, id, explanation));
    }

    @Requires(Right.ADMISSIONS_APPROVE)
    @PostMapping("/api/admissions/{id}/explanations/{explanation}/refuse")
    ResponseEntity<AdmissionView> refuse(
            SignedIn who,
            @PathVariable UUID id,
            @PathVariable UUID explanation,
            @RequestBody AdmissionSaid said) {
        return answer(explanations.refuse(who, id, explanation, said.reason()));
    }

    @Requires(Right.ADMISSIONS_WRITE)
    @PostMapping("/api/admissions/{id}/explanations/{explanation}/withdraw")
    ResponseEntity<AdmissionView> withdraw(
            SignedIn who, @PathVariable UUID id, @PathVariable UUID explanation) {
        return answer(explanations.withdraw(who, id, explanation));
    }

    /** Brings a paper as a file: PDF, JPG or PNG. */
    @Requires(Right.ADMISSIONS_WRITE)
    @Operation(
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = PaperForm.class))))
    @PostMapping("/api/admissions/{id}/papers/{code}")
    ResponseEntity<AdmissionView> bring(
            SignedIn who,
            @PathVariable UUID id,
            @PathVariable String code,
            HttpServletRequest request) {
        papers.expect(who, id, code);
        var file = uploads.read(request);
        papers.bring(who, id, code, file.name(), file.content());
        return answer(desk.get(who, id));
    }

    @Requires(Right.ADMISSIONS_WRITE)
    @PostMapping("/api/admissions/{id}/handover")
    ResponseEntity<AdmissionView> send(
            SignedIn who, @PathVariable UUID id, @RequestBody AdmissionSending sent) {
        if (sent.target() == null) {
            throw new InputRefused("target", "请选择接收的党支部");
        }
        return answer(handovers.send(who, id, sent.target(), sent.on()));
    }

    @Requires(Right.ADMISSIONS_WRITE)
    @PostMapping("/api/admissions/{id}/receive")
    ResponseEntity<AdmissionView> receive(
            SignedIn who, @PathVariable UUID id, @RequestBody AdmissionReceiving sent) {
        return answer(handovers.receive(who, id, Boolean.TRUE.equals(sent.examined()), sent.on()));
    }

    /** The receiving branch sends the papers back. */
    @Requires(Right.ADMISSIONS_WRITE)
    @PostMapping("/api/admissions/{id}/return")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sendBack(SignedIn who, @PathVariable UUID id, @RequestBody AdmissionSaid said) {
        handovers.end(who, id, true, said.reason());
    }

    /** The sending branch calls the papers back. */
    @Requires(Right.ADMISSIONS_WRITE)
    @PostMapping("/api/admissions/{id}/call-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void callBack(SignedIn who, @PathVariable UUID id) {
        handovers.end(who, id, false, null);
    }

    /** The plan of an organization for a year, and of those directly below it. */
    @Requires(Right.ADMISSIONS_READ)
    @GetMapping("/api/admission-plans")
    List<AdmissionPlanView> plans(
            SignedIn who, @RequestParam UUID organization, @RequestParam int year) {
        return plans.of(who, organization, year);
    }

    @Requires(Right.ADMISSIONS_APPROVE)
    @PutMapping("/api/organizations/{id}/admission-plan")
    List<AdmissionPlanView> plan(
            SignedIn who, @PathVariable UUID id, @RequestBody AdmissionPlan plan) {
        return plans.set(who, id, plan.year(), plan.places());
    }

    private static ResponseEntity<AdmissionView> answer(AdmissionView view) {
        return Version.answer(view, view.version());
    }
}
