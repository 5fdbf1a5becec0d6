package org.sunmao.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;

import java.util.Map;

/** What every answer tells the browser: show it here, run nothing foreign, keep nothing of it. */
class AnswerHeaders implements HeaderWriter {

    /** No exception for styles: what scripts set by way of a style's own properties is allowed. */
    private static final String CONTENT_POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";

    private static final Map<String, String> ALWAYS =
            Map.of(
                    "Content-Security-Policy",
                    CONTENT_POLICY,
                    "X-Content-Type-Options",
                    "nosniff",
                    "X-Frame-Options",
                    "DENY",
                    "Referrer-Policy",
                    "no-referrer",
                    "Cross-Origin-Opener-Policy",
                    "same-origin",
                    "Cross-Origin-Resource-Policy",
                    "same-origin",
                    "Permissions-Policy",
                    "geolocation=(), camera=(), microphone=(), payment=(), usb=()");

    private static final long ONE_YEAR = 31_536_000;

    private final HeaderWriter caching = new CacheControlHeadersWriter();

    /** Only by TLS; other names below ours are not ours to speak for. */
    private final HeaderWriter transport = new HstsHeaderWriter(ONE_YEAR, false);

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        ALWAYS.forEach(
                (name, value) -> {
                    if (!response.containsHeader(name)) {
                        response.setHeader(name, value);
                    }
                });
        caching.writeHeaders(request, response);
        transport.writeHeaders(request, response);
    }
}
