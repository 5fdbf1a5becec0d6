package org.sunmao.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;

/** Answers with a problem where no controller is reached: in filters. */
@Component
public class ProblemWriter {

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    public void write(HttpServletResponse response, HttpStatus status, String title, String detail)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Cache-Control", "no-store");
        json.writeValue(response.getOutputStream(), Problems.problem(status, title, detail));
    }

    /** The database is away: the same words as from a controller. */
    public void unavailable(HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", Long.toString(Problems.RETRY.toSeconds()));
        write(response, HttpStatus.SERVICE_UNAVAILABLE, "暂时不可用", Problems.AWAY);
    }
}
