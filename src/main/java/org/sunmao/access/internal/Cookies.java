package org.sunmao.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

import java.time.Duration;

/** The two cookies of a session: the secret one, and the CSRF token that scripts send back. */
final class Cookies {

    static final String SESSION = "SUNMAO";
    static final String CSRF = "XSRF-TOKEN";

    private Cookies() {}

    static @Nullable Token session(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, SESSION);
        return cookie == null || cookie.getValue().isEmpty() ? null : new Token(cookie.getValue());
    }

    static void set(HttpServletRequest request, HttpServletResponse response, Token token) {
        add(request, response, SESSION, token.value(), true, Duration.ofSeconds(-1));
        add(request, response, CSRF, token.csrf(), false, Duration.ofSeconds(-1));
    }

    static void clear(HttpServletRequest request, HttpServletResponse response) {
        add(request, response, SESSION, "", true, Duration.ZERO);
        add(request, response, CSRF, "", false, Duration.ZERO);
        response.setHeader("Clear-Site-Data", "\"cache\"");
    }

    private static void add(
            HttpServletRequest request,
            HttpServletResponse response,
            String name,
            String value,
            boolean httpOnly,
            Duration age) {
        var cookie =
                ResponseCookie.from(name, value)
                        .httpOnly(httpOnly)
                        .secure(request.isSecure())
                        .sameSite("Strict")
                        .path("/")
                        .maxAge(age)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
