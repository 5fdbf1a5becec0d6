package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.StepUp;
import org.sunmao.access.internal.SecondFactorRequestStore.FactorReset;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;
import org.sunmao.web.Page;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which roles must have a second factor, and whose is reset: for the security administrator. */
@RestController
class SecondFactorPolicyController {

    /**
     * What holds for a role.
     *
     * @param standard what holds as long as nobody decides otherwise
     */
    record RolePolicy(String role, String name, boolean obligatory, boolean standard) {}

    record Policies(List<RolePolicy> items) {}

    record PolicyRequest(@Nullable Boolean obligatory) {}

    private final SecondFactorPolicy policy;
    private final SecondFactorRequests requests;
    private final CredentialJournal journal;
    private final Scopes scopes;
    private final Clock clock;

    SecondFactorPolicyController(
            SecondFactorPolicy policy,
            SecondFactorRequests requests,
            CredentialJournal journal,
            Scopes scopes,
            Clock clock) {
        this.policy = policy;
        this.requests = requests;
        this.journal = journal;
        this.scopes = scopes;
        this.clock = clock;
    }

    @Requires(Right.SECURITY_MANAGE)
    @GetMapping("/api/second-factor-policies")
    Policies list() {
        var decided = policy.decided();
        return new Policies(
                Arrays.stream(Role.values())
                        .map(
                                role ->
                                        new RolePolicy(
                                                role.code(),
                                                role.label(),
                                                policy.obligatory(role, decided.get(role)),
                                                policy.byDefault(role)))
                        .toList());
    }

    @Requires(Right.SECURITY_MANAGE)
    @StepUp
    @PutMapping("/api/second-factor-policies/{role}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(SignedIn who, @PathVariable String role, @RequestBody PolicyRequest sent) {
        var known = Role.find(role).orElseThrow(NotFound::new);
        var obligatory = sent.obligatory();
        if (obligatory == null) {
            throw new InputRefused("/obligatory", "请选择“必须使用”或“自愿使用”");
        }
        scopes.system(
                "second-factor-policy",
                _ -> {
                    policy.decide(known, obligatory, clock.instant());
                    journal.tell(
                            who,
                            "access.decide-second-factor",
                            who.account(),
                            Map.of("role", known.code(), "obligatory", obligatory));
                    return who;
                });
    }

    @Requires(Right.SECURITY_MANAGE)
    @GetMapping("/api/second-factor-requests")
    Page<FactorReset> requests(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return requests.open(after, limit);
    }

    @Requires(Right.SECURITY_MANAGE)
    @StepUp
    @PostMapping("/api/second-factor-requests/{id}/grant")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void grant(SignedIn who, @PathVariable UUID id) {
        requests.decide(who, id, true);
    }

    @Requires(Right.SECURITY_MANAGE)
    @PostMapping("/api/second-factor-requests/{id}/refuse")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(SignedIn who, @PathVariable UUID id) {
        requests.decide(who, id, false);
    }
}
