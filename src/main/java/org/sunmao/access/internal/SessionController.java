package org.sunmao.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Open;
import org.sunmao.access.Right;
import org.sunmao.access.SignedIn;
import org.sunmao.access.SignedInOnly;
import org.sunmao.access.Tree;
import org.sunmao.web.InputRefused;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

@RestController
@RequestMapping("/api/session")
class SessionController {

    private static final int LONGEST = 200;

    /**
     * What one signs in with.
     *
     * @param remember whether the phone is to be remembered, where one's role allows it
     */
    record Credentials(
            @Nullable String username, @Nullable String password, @Nullable Boolean remember) {}

    record SessionAccount(UUID id, String username, String name) {}

    record SessionOrganization(UUID id, String name) {}

    record SessionView(
            String state,
            SessionAccount account,
            String role,
            @Nullable SessionOrganization organization,
            @Nullable UUID member,
            List<String> rights,
            SecondFactorView secondFactor,
            @Nullable PasswordResetView passwordReset) {}

    record SecondFactorView(boolean enrolled, boolean obligatory) {}

    /** Who handed over the code with which the password was set anew; told until it is read. */
    record PasswordResetView(String by, OffsetDateTime at) {}

    private final SignIn signIn;
    private final SessionCookies cookies;
    private final SecondFactors factors;
    private final SecondFactorSteps steps;
    private final PasswordStore passwords;
    private final Tree tree;

    SessionController(
            SignIn signIn,
            SessionCookies cookies,
            SecondFactors factors,
            SecondFactorSteps steps,
            PasswordStore passwords,
            Tree tree) {
        this.signIn = signIn;
        this.cookies = cookies;
        this.factors = factors;
        this.steps = steps;
        this.passwords = passwords;
        this.tree = tree;
    }

    @Open("signing in is how one becomes known")
    @PostMapping
    ResponseEntity<?> open(
            @RequestBody Credentials credentials,
            HttpServletRequest request,
            HttpServletResponse response) {
        var username = text("username", "用户名", credentials.username());
        var password = text("password", "密码", credentials.password());
        var opened = signIn.in(username, password, request.getRemoteAddr());
        if (opened.isEmpty()) {
            var problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNAUTHORIZED, "用户名或密码不对");
            problem.setTitle("没有登录成功");
            return ResponseEntity.status(problem.getStatus()).body(problem);
        }
        Cookies.set(request, response, opened.get().token());
        if (Boolean.TRUE.equals(credentials.remember())) {
            cookies.remember(opened.get().who(), request, response);
        }
        return ResponseEntity.ok(view(opened.get().who()));
    }

    @SignedInOnly
    @GetMapping
    SessionView get(SignedIn who) {
        return view(who);
    }

    @SignedInOnly
    @DeleteMapping
    ResponseEntity<Void> close(
            SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        var token = Cookies.session(request);
        if (token != null) {
            signIn.out(token, who);
        }
        cookies.forgetPhone(request, response);
        Cookies.clear(request, response);
        return ResponseEntity.noContent().build();
    }

    private SessionView view(SignedIn who) {
        var organization = who.organization();
        var top =
                organization == null
                        ? null
                        : new SessionOrganization(organization, tree.name(organization).orElse(""));
        return new SessionView(
                who.state().code(),
                new SessionAccount(who.account(), who.username(), who.name()),
                who.role().code(),
                top,
                who.member(),
                who.role().rights().stream().map(Right::code).sorted().toList(),
                new SecondFactorView(factors.enrolled(who.account()), steps.obligatory(who)),
                passwords
                        .reset(who.account())
                        .map(reset -> new PasswordResetView(reset.by(), reset.at()))
                        .orElse(null));
    }

    private static String text(String field, String label, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new InputRefused("/" + field, "请填写" + label);
        }
        if (value.length() > LONGEST || value.indexOf('\0') >= 0) {
            throw new InputRefused("/" + field, label + "不对");
        }
        return value;
    }
}
