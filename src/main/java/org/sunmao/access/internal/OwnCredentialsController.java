package org.sunmao.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Open;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.SignedInOnly;
import org.sunmao.access.StepUp;
import org.sunmao.access.internal.StepUps.Proof;
import org.sunmao.web.InputRefused;

import java.util.List;
import java.util.UUID;

/** One's own password, proving oneself again, and one's remembered phones. */
@RestController
class OwnCredentialsController {

    private static final int LONGEST = 200;

    record PasswordRequest(@Nullable String old, @Nullable String password) {}

    /**
     * What a password must be like.
     *
     * @param told in one sentence
     * @param classes how many of four classes of characters it needs; 0 where that is not asked
     */
    record PasswordTerms(String told, int length, int classes, int passphrase) {}

    record Phones(List<PhoneStore.RememberedPhone> items) {}

    private final StepUps stepUps;
    private final OwnPassword passwords;
    private final PasswordStore store;
    private final PasswordProfile profile;
    private final RememberedPhones phones;
    private final SessionCookies cookies;
    private final Scopes scopes;

    OwnCredentialsController(
            StepUps stepUps,
            OwnPassword passwords,
            PasswordStore store,
            PasswordProfile profile,
            RememberedPhones phones,
            SessionCookies cookies,
            Scopes scopes) {
        this.stepUps = stepUps;
        this.passwords = passwords;
        this.store = store;
        this.profile = profile;
        this.phones = phones;
        this.cookies = cookies;
        this.scopes = scopes;
    }

    /** Proves oneself again, for what is grave. */
    @SignedInOnly
    @PostMapping("/api/session/step-up")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stepUp(SignedIn who, @RequestBody Proof proof, HttpServletRequest request) {
        stepUps.stepUp(who, cookies.token(request), request.getRemoteAddr(), proof);
    }

    /** Whether that is so, for the front to ask before it follows a link, which cannot ask. */
    @SignedInOnly
    @StepUp
    @GetMapping("/api/session/step-up")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void steppedUp(SignedIn who) {
        // Whoever comes here has done so.
    }

    @SignedInOnly
    @PostMapping("/api/session/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(
            SignedIn who,
            @RequestBody PasswordRequest sent,
            HttpServletRequest request,
            HttpServletResponse response) {
        var old = password("old", "原来的密码", sent.old());
        var chosen = password("password", "新密码", sent.password());
        var source = request.getRemoteAddr();
        var next = passwords.change(who, cookies.token(request), source, old, chosen);
        Cookies.set(request, response, next);
    }

    /** One has read who handed over the code for the password. */
    @SignedInOnly
    @PostMapping("/api/session/password-reset/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seen(SignedIn who) {
        scopes.system(
                "password",
                _ -> {
                    store.seen(who.account());
                    return who;
                });
    }

    @Open("whoever opens an account chooses a password before there is a session")
    @GetMapping("/api/password-terms")
    PasswordTerms terms() {
        var rule = profile.rule();
        return new PasswordTerms(
                profile.told(),
                profile.length(),
                profile.asksForClasses() ? rule.figure("classes") : 0,
                rule.figure("passphrase"));
    }

    @SignedInOnly
    @GetMapping("/api/session/phones")
    Phones phones(SignedIn who) {
        return new Phones(phones.of(who));
    }

    @SignedInOnly
    @DeleteMapping("/api/session/phones/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(SignedIn who, @PathVariable UUID id) {
        phones.forget(who, id);
    }

    @Open("a remembered phone is known by its own token, and by no session yet")
    @PostMapping("/api/session/remembered")
    ResponseEntity<?> resume(HttpServletRequest request, HttpServletResponse response) {
        var token = Cookies.phone(request);
        var resumed = token == null ? null : phones.resume(token).orElse(null);
        if (resumed == null) {
            Cookies.clearPhone(request, response);
            var problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNAUTHORIZED, "请先登录");
            problem.setTitle("请先登录");
            return ResponseEntity.status(problem.getStatus()).body(problem);
        }
        Cookies.set(request, response, resumed.opened().token());
        if (resumed.token() != null) {
            var lasting = phones.lasting(resumed.opened().who().organization());
            Cookies.phone(request, response, resumed.token(), lasting);
        }
        return ResponseEntity.noContent().build();
    }

    private static String password(String field, String label, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new InputRefused("/" + field, "请填写" + label);
        }
        if (value.length() > LONGEST || value.indexOf('\0') >= 0) {
            throw new InputRefused("/" + field, label + "过长或含有不能使用的字符");
        }
        return value;
    }
}
