package org.sunmao.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;

/** Answers with a problem where no controller is reached: in filters. */
@Component
public class ProblemWriter {

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    public void write(HttpServletResponse response, HttpStatus status, String title, String detail)
            throws IOException {
        write(response, Problems.problem(status, title, detail));
    }

    /** A refusal that the front knows by its type, and answers by itself. */
    public void write(
            HttpServletResponse response, HttpStatus status, URI type, String title, String detail)
            throws IOException {
        var problem = Problems.problem(status, title, detail);
        problem.setType(type);
        write(response, problem);
    }

    /** The database is away: the same words as from a controller. */
    public void unavailable(HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", Long.toString(Problems.RETRY.toSeconds()));
        write(response, HttpStatus.SERVICE_UNAVAILABLE, "暂时不可用", Problems.AWAY);
    }

    private void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Cache-Control", "no-store");
        json.writeValue(response.getOutputStream(), problem);
    }
}
