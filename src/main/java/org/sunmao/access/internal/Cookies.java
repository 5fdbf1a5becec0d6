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

    /** Goes to where sessions are opened, and nowhere else. */
    private static final String PHONE = "SUNMAO-PHONE";

    private static final String PHONE_PATH = "/api/session";

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

    static @Nullable Token phone(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, PHONE);
        return cookie == null || cookie.getValue().isEmpty() ? null : new Token(cookie.getValue());
    }

    static void phone(
            HttpServletRequest request, HttpServletResponse response, Token token, Duration age) {
        add(request, response, PHONE, token.value(), true, age, PHONE_PATH);
    }

    static void clearPhone(HttpServletRequest request, HttpServletResponse response) {
        add(request, response, PHONE, "", true, Duration.ZERO, PHONE_PATH);
    }

    private static void add(
            HttpServletRequest request,
            HttpServletResponse response,
            String name,
            String value,
            boolean httpOnly,
            Duration age) {
        add(request, response, name, value, httpOnly, age, "/");
    }

    private static void add(
            HttpServletRequest request,
            HttpServletResponse response,
            String name,
            String value,
            boolean httpOnly,
            Duration age,
            String path) {
        var cookie =
                ResponseCookie.from(name, value)
                        .httpOnly(httpOnly)
                        .secure(request.isSecure())
                        .sameSite("Strict")
                        .path(path)
                        .maxAge(age)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
