package org.sunmao.access.internal;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;
import static org.sunmao.access.SignedIn.State.ENROL_SECOND_FACTOR;
import static org.sunmao.access.SignedIn.State.PASSWORD_CHANGE;
import static org.sunmao.access.SignedIn.State.SECOND_FACTOR;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.sunmao.access.SignedIn;
import org.sunmao.web.ProblemWriter;

import java.io.IOException;

/** Closed unless opened: which addresses need a session, and the headers of every answer. */
@Configuration
class SecurityConfiguration {

    private static final AnswerHeaders HEADERS = new AnswerHeaders();

    /** The steps that lead on from a session that is not open yet: each from its own state. */
    private static final String[] OF_SECOND_FACTOR = {
        "/api/session/second-factor/code", "/api/session/second-factor/request"
    };

    private static final String[] OF_ENROLMENT = {
        "/api/session/second-factor", "/api/session/second-factor/confirm"
    };

    /**
     * For whoever has a code or a remembered phone, and no session yet: no token to send, either.
     */
    private static final String[] OF_NOBODY = {
        "/api/session/remembered", "/api/activation", "/api/activation/code"
    };

    /** A link that somebody holds is the proof: nobody has a session yet. */
    private static final String[] BEFORE_SIGNING_IN = {
        "/api/first-start", "/api/first-start/link", "/api/welcome", "/api/welcome/link",
    };

    /** What tells nothing of anybody, and what a secret in the address is the proof for. */
    private static final String[] OPEN_TO_READ = {
        "/api/password-terms", "/api/feeds/duties/{secret}.ics"
    };

    private final Sessions sessions;
    private final ProblemWriter problems;
    private final Environment settings;

    SecurityConfiguration(Sessions sessions, ProblemWriter problems, Environment settings) {
        this.sessions = sessions;
        this.problems = problems;
        this.settings = settings;
    }

    @Bean
    SecurityFilterChain chain(HttpSecurity http) {
        return http.sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.defaultsDisabled().addHeaderWriter(HEADERS))
                .csrf(
                        csrf ->
                                csrf.csrfTokenRepository(new DerivedCsrfTokens())
                                        .csrfTokenRequestHandler(
                                                new CsrfTokenRequestAttributeHandler())
                                        .ignoringRequestMatchers(OF_NOBODY)
                                        .ignoringRequestMatchers(BEFORE_SIGNING_IN)
                                        .ignoringRequestMatchers(SecurityConfiguration::signsIn))
                .addFilterAfter(new ClearRequests(problems, settings), HeaderWriterFilter.class)
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
                                        .requestMatchers(POST, OF_SECOND_FACTOR)
                                        .hasAuthority(SECOND_FACTOR.code())
                                        .requestMatchers(POST, OF_ENROLMENT)
                                        .hasAnyAuthority(
                                                ENROL_SECOND_FACTOR.code(), SessionFilter.OPEN)
                                        .requestMatchers(POST, "/api/session/password")
                                        .hasAnyAuthority(PASSWORD_CHANGE.code(), SessionFilter.OPEN)
                                        .requestMatchers(POST, OF_NOBODY)
                                        .permitAll()
                                        .requestMatchers(GET, OPEN_TO_READ)
                                        .permitAll()
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

    /** An address that is written to get past the guards: it comes no further than this. */
    @Bean
    RequestRejectedHandler rejected() {
        return (request, response, _) -> {
            HEADERS.writeHeaders(request, response);
            problems.write(response, HttpStatus.BAD_REQUEST, "地址有误", "这个地址的写法不能使用，请检查后重试");
        };
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
