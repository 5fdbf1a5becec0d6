package org.sunmao.access.internal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.sunmao.access.Open;
import org.sunmao.access.Requires;
import org.sunmao.access.SignedIn;
import org.sunmao.access.SignedInOnly;
import org.sunmao.access.StepUp;
import org.sunmao.journal.SecurityEvents;
import org.sunmao.journal.SecurityEvents.Kind;
import org.sunmao.web.ProblemWriter;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;

/** Opens a route to the roles that have a right for it; a route that names none stays shut. */
@Component
class RightsInterceptor implements HandlerInterceptor {

    private static final URI STEP_UP = URI.create("/problems/step-up");

    private final ProblemWriter problems;
    private final StepUps stepUps;
    private final SecurityEvents events;

    RightsInterceptor(ProblemWriter problems, StepUps stepUps, SecurityEvents events) {
        this.problems = problems;
        this.stepUps = stepUps;
        this.events = events;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod route)
                || !request.getRequestURI().startsWith("/api/")
                // The end of an answer that goes out piece by piece: it was admitted as it began.
                || request.getDispatcherType() == DispatcherType.ASYNC
                || route.hasMethodAnnotation(Open.class)) {
            return true;
        }
        var who = who();
        if (who == null || !allows(route, who)) {
            var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            events.note(
                    Kind.REFUSED,
                    who == null ? null : who.account(),
                    request.getMethod() + " " + (pattern == null ? "/api" : pattern));
            problems.write(response, HttpStatus.FORBIDDEN, "没有权限", "您现在的角色不能使用这项功能");
            return false;
        }
        if (route.hasMethodAnnotation(StepUp.class) && !stepUps.fresh(who, facts())) {
            var detail = "这件事比较要紧，请再验证一次是您本人";
            problems.write(response, HttpStatus.FORBIDDEN, STEP_UP, "请再验证一次", detail);
            return false;
        }
        return true;
    }

    private static boolean allows(HandlerMethod route, SignedIn who) {
        if (route.hasMethodAnnotation(SignedInOnly.class)) {
            return true;
        }
        var requires = route.getMethodAnnotation(Requires.class);
        return requires != null
                && Arrays.stream(requires.value()).anyMatch(who.role().rights()::contains);
    }

    private static @Nullable SessionFacts facts() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getDetails() instanceof SessionFacts facts
                ? facts
                : null;
    }

    static @Nullable SignedIn who() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn who
                ? who
                : null;
    }
}
