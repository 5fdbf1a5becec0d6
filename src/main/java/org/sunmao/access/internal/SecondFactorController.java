package org.sunmao.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.SignedIn;
import org.sunmao.access.SignedInOnly;
import org.sunmao.access.StepUp;
import org.sunmao.access.internal.SecondFactors.Enrolment;
import org.sunmao.web.InputRefused;

import java.util.List;

/** One's own second factor: the step of signing in, and what stands under 账号与安全. */
@RestController
@RequestMapping("/api/session/second-factor")
class SecondFactorController {

    private static final int LONGEST = 200;

    /**
     * A code.
     *
     * @param remember whether the phone is to be remembered, where one's role allows it
     */
    record CodeRequest(@Nullable String code, @Nullable Boolean remember) {}

    record OffRequest(@Nullable String password, @Nullable String code) {}

    record LostRequest(@Nullable String reason) {}

    record RecoveryCodes(List<String> codes) {}

    /** What one has. */
    record SecondFactorStanding(boolean enrolled, boolean obligatory, int recoveryCodesLeft) {}

    private final SecondFactors factors;
    private final SecondFactorSteps steps;
    private final SecondFactorRequests requests;
    private final SessionCookies cookies;

    SecondFactorController(
            SecondFactors factors,
            SecondFactorSteps steps,
            SecondFactorRequests requests,
            SessionCookies cookies) {
        this.factors = factors;
        this.steps = steps;
        this.requests = requests;
        this.cookies = cookies;
    }

    @SignedInOnly
    @GetMapping
    SecondFactorStanding get(SignedIn who) {
        return new SecondFactorStanding(
                factors.enrolled(who.account()),
                steps.obligatory(who),
                factors.recoveryCodesLeft(who.account()));
    }

    /** A new secret for one's authenticator; good only after a first code. */
    @SignedInOnly
    @StepUp
    @PostMapping
    Enrolment enrol(SignedIn who) {
        return factors.enrol(who);
    }

    @SignedInOnly
    @PostMapping("/confirm")
    RecoveryCodes confirm(
            SignedIn who,
            @RequestBody CodeRequest sent,
            HttpServletRequest request,
            HttpServletResponse response) {
        var codes = factors.confirm(who, text("code", "验证码", sent.code()));
        cookies.rotate(request, response);
        return new RecoveryCodes(codes);
    }

    /** The step of signing in: the session goes on under another token. */
    @SignedInOnly
    @PostMapping("/code")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void enter(
            SignedIn who,
            @RequestBody CodeRequest sent,
            HttpServletRequest request,
            HttpServletResponse response) {
        factors.check(who.account(), text("code", "验证码", sent.code()));
        var opened = cookies.rotate(request, response);
        if (Boolean.TRUE.equals(sent.remember())) {
            cookies.remember(opened, request, response);
        }
    }

    @SignedInOnly
    @StepUp
    @PostMapping("/recovery-codes")
    RecoveryCodes renew(SignedIn who) {
        return new RecoveryCodes(factors.renewRecoveryCodes(who));
    }

    @SignedInOnly
    @StepUp
    @PostMapping("/off")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void off(SignedIn who, @RequestBody OffRequest sent, HttpServletRequest request) {
        steps.turnOff(
                who,
                text("password", "密码", sent.password()),
                text("code", "验证码", sent.code()),
                request.getRemoteAddr());
    }

    /** Whoever has lost the authenticator and the recovery codes asks for a reset. */
    @SignedInOnly
    @PostMapping("/request")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lost(SignedIn who, @RequestBody LostRequest sent) {
        requests.ask(who, text("reason", "原因", sent.reason()).strip());
    }

    private static String text(String field, String label, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new InputRefused("/" + field, "请填写" + label);
        }
        if (value.length() > LONGEST || value.indexOf('\0') >= 0) {
            throw new InputRefused("/" + field, label + "过长或含有不能使用的字符");
        }
        return value;
    }
}
