package org.sunmao.request.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.SignedIn;
import org.sunmao.web.Page;
import org.sunmao.web.PageLimit;

import java.net.URI;
import java.util.UUID;

/** Answers to requests: of one organization, and of all that are asked. */
@RestController
@RequestMapping("/api/requests/{id}")
class AnswerController {

    private final Answers answers;

    AnswerController(Answers answers) {
        this.answers = answers;
    }

    /** A second answer for a period corrects the first. */
    @Requires(Right.REQUESTS_ANSWER)
    @PostMapping("/answers")
    ResponseEntity<AnswersView> answer(
            SignedIn who,
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
            @RequestBody Answers.SaidAnswer said) {
        var made = answers.answer(who, id, said, key);
        return ResponseEntity.created(URI.create("/api/requests/" + id + "/answers")).body(made);
    }

    /** Of one's own organization, or of another of one's subtree. */
    @Requires(Right.REQUESTS_READ)
    @GetMapping("/answers")
    AnswersView get(
            SignedIn who,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID organization) {
        return answers.get(who, id, organization);
    }

    /**
     * Who is asked, in the order of the tree, never by how well they do.
     *
     * @param period the last that has begun, where none is named
     * @param answered only those who have, or only those who have not
     */
    @Requires(Right.REQUESTS_READ)
    @GetMapping("/organizations")
    Page<AskedOrganization> organizations(
            SignedIn who,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable Boolean answered,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return answers.organizations(who, id, period, answered, after, PageLimit.of(limit));
    }
}
