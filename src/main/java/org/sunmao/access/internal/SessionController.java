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
import org.sunmao.access.internal.GrantStore.Person;
import org.sunmao.access.internal.SessionProofs.PasswordResetView;
import org.sunmao.access.internal.SessionProofs.SecondFactorView;
import org.sunmao.web.InputRefused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

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

    /** Whom a deputy acts for. */
    record SessionPrincipal(UUID account, String name) {}

    /** A grant one may act under. */
    record SessionGrant(
            UUID id,
            String role,
            String roleName,
            @Nullable SessionOrganization organization,
            @Nullable SessionPrincipal behalf) {}

    record GrantChoice(@Nullable UUID grant) {}

    record SessionView(
            String state,
            SessionAccount account,
            String role,
            @Nullable SessionOrganization organization,
            @Nullable UUID member,
            List<String> rights,
            SecondFactorView secondFactor,
            @Nullable PasswordResetView passwordReset,
            UUID grant,
            List<SessionGrant> grants,
            @Nullable SessionPrincipal behalf) {}

    private final SignIn signIn;
    private final OpenSessions sessions;
    private final SessionList list;
    private final GrantStore grants;
    private final SessionCookies cookies;
    private final SessionProofs proofs;
    private final Tree tree;
    private final Clock clock;

    SessionController(
            SignIn signIn,
            OpenSessions sessions,
            SessionList list,
            GrantStore grants,
            SessionCookies cookies,
            SessionProofs proofs,
            Tree tree,
            Clock clock) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.list = list;
        this.grants = grants;
        this.cookies = cookies;
        this.proofs = proofs;
        this.tree = tree;
        this.clock = clock;
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
        list.device(opened.get().token(), Device.of(request.getHeader("User-Agent")));
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

    /** Goes on in another of one's roles; the token changes with it. */
    @SignedInOnly
    @PostMapping("/grant")
    SessionView actUnder(
            SignedIn who,
            @RequestBody GrantChoice choice,
            HttpServletRequest request,
            HttpServletResponse response) {
        var token = Cookies.session(request);
        if (choice.grant() == null || token == null) {
            throw new InputRefused("/grant", "请选择一项权限");
        }
        var opened = sessions.actUnder(token, choice.grant());
        Cookies.set(request, response, opened.token());
        return view(opened.who());
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
        var held = grants.of(who.account(), LocalDate.now(clock));
        var principals = held.stream().map(GrantStore.Grant::behalf).filter(Objects::nonNull);
        var people = grants.people(principals.collect(Collectors.toSet()));
        return new SessionView(
                who.state().code(),
                new SessionAccount(who.account(), who.username(), who.name()),
                who.role().code(),
                organization(who.organization()),
                who.member(),
                who.role().rights().stream().map(Right::code).sorted().toList(),
                proofs.factor(who),
                proofs.reset(who),
                Objects.requireNonNull(who.grant()),
                held.stream().map(one -> grant(one, people)).toList(),
                principal(who.behalf(), people));
    }

    private SessionGrant grant(GrantStore.Grant one, Map<UUID, Person> people) {
        return new SessionGrant(
                one.id(),
                one.role().code(),
                one.role().label(),
                organization(one.organization()),
                principal(one.behalf(), people));
    }

    private @Nullable SessionOrganization organization(@Nullable UUID id) {
        return id == null ? null : new SessionOrganization(id, tree.name(id).orElse(""));
    }

    private static @Nullable SessionPrincipal principal(
            @Nullable UUID id, Map<UUID, Person> people) {
        var person = id == null ? null : people.get(id);
        return person == null ? null : new SessionPrincipal(person.id(), person.name());
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
