package org.sunmao.access.internal;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.sunmao.access.SignedIn;
import org.sunmao.web.ProblemWriter;

import java.io.IOException;

/** Closed unless opened: which addresses need a session, and the headers of every answer. */
@Configuration
class SecurityConfiguration {

    private static final String CONTENT_POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " object-src 'none'; base-uri 'self'; form-action 'self';"
                    + " frame-ancestors 'none'";

    /** A link that somebody holds is the proof: nobody has a session yet. */
    private static final String[] BEFORE_SIGNING_IN = {
        "/api/first-start", "/api/first-start/link", "/api/welcome", "/api/welcome/link",
    };

    private final Sessions sessions;
    private final ProblemWriter problems;

    SecurityConfiguration(Sessions sessions, ProblemWriter problems) {
        this.sessions = sessions;
        this.problems = problems;
    }

    @Bean
    SecurityFilterChain chain(HttpSecurity http) {
        return http.sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .headers(SecurityConfiguration::headers)
                .csrf(
                        csrf ->
                                csrf.csrfTokenRepository(new DerivedCsrfTokens())
                                        .csrfTokenRequestHandler(
                                                new CsrfTokenRequestAttributeHandler())
                                        .ignoringRequestMatchers(BEFORE_SIGNING_IN)
                                        .ignoringRequestMatchers(SecurityConfiguration::signsIn))
                .addFilterBefore(new OriginFilter(problems), CsrfFilter.class)
                .addFilterBefore(new SessionFilter(sessions, problems), CsrfFilter.class)
                .authorizeHttpRequests(
                        request ->
                                // What goes on behind an answer was let in when it was asked.
                                request.dispatcherTypeMatchers(DispatcherType.ASYNC)
                                        .permitAll()
                                        .requestMatchers(GET, "/api/about")
                                        .permitAll()
                                        .requestMatchers(POST, BEFORE_SIGNING_IN)
                                        .permitAll()
                                        .requestMatchers(POST, "/api/session")
                                        .permitAll()
                                        .requestMatchers(GET, "/api/session")
                                        .authenticated()
                                        .requestMatchers(DELETE, "/api/session")
                                        .authenticated()
                                        .requestMatchers("/api/**")
                                        .hasAuthority(SessionFilter.OPEN)
                                        .requestMatchers("/actuator/health")
                                        .permitAll()
                                        .requestMatchers("/actuator/**", "/v3/**")
                                        .denyAll()
                                        .requestMatchers(GET, "/**")
                                        .permitAll()
                                        .requestMatchers(HEAD, "/**")
                                        .permitAll()
                                        .anyRequest()
                                        .denyAll())
                .exceptionHandling(
                        refused ->
                                refused.authenticationEntryPoint((_, out, _) -> signInFirst(out))
                                        .accessDeniedHandler((_, out, _) -> denied(out)))
                .build();
    }

    private static boolean signsIn(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getRequestURI().equals("/api/session");
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(
                        permissions ->
                                permissions.policy("geolocation=(), camera=(), microphone=()"));
    }

    private void signInFirst(HttpServletResponse response) throws IOException {
        problems.write(response, HttpStatus.UNAUTHORIZED, "请先登录", "您还没有登录，或登录已经失效");
    }

    private void denied(HttpServletResponse response) throws IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn who)) {
            signInFirst(response);
        } else if (who.state() == SignedIn.State.OPEN) {
            problems.write(response, HttpStatus.FORBIDDEN, "没有通过校验", "页面已过期或请求不完整，请刷新页面后重试");
        } else {
            problems.write(response, HttpStatus.FORBIDDEN, "登录未完成", "请先完成登录的剩余步骤");
        }
    }
}
