package org.sunmao.web;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.sunmao.rules.Rule;
import org.sunmao.rules.Rule.Figure;
import org.sunmao.rules.RuleRefused;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turns what a module throws into an RFC 9457 problem in Chinese, in one place for all. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String NOT_A_CHARACTER = "22021";
    static final Duration RETRY = Duration.ofSeconds(5);
    static final String AWAY = "数据库暂时不可用，刚才的操作没有生效。系统正在重新连接，请稍后再试";

    /** A figure of the rule as a person reads it. */
    private record FigureView(Object value, String unit, boolean local) {}

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(RuleRefused refused) {
        var problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, "规则不允许", message(refused));
        if (!refused.fields().isEmpty()) {
            var errors =
                    refused.fields().stream()
                            .map(field -> new InputRefused.Place("/" + field, message(refused)))
                            .toList();
            problem.setProperty("errors", errors);
        }
        return answer(citing(refused.rule(), problem), new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Stale stale) {
        var problem = problem(HttpStatus.CONFLICT, "别人刚刚改过", message(stale));
        var standing = stale.standing();
        problem.setProperty("version", standing.version());
        problem.setProperty("changedBy", standing.changedBy());
        problem.setProperty("changedAt", standing.changedAt());
        problem.setProperty("conflicts", standing.conflicts());
        problem.setProperty("current", standing.current());
        return answer(problem, new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Version.Missing missing) {
        var problem = problem(HttpStatus.PRECONDITION_REQUIRED, "缺少版本", message(missing));
        return answer(problem, new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(TooMany tooMany) {
        var problem = problem(HttpStatus.TOO_MANY_REQUESTS, "请稍后再试", message(tooMany));
        return answer(citing(tooMany.rule(), problem), retryAfter(tooMany.waitFor()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(InputRefused refused) {
        var problem = problem(HttpStatus.BAD_REQUEST, "填写有误", message(refused));
        problem.setProperty("errors", refused.errors());
        return answer(problem, new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MethodArgumentTypeMismatchException mismatch) {
        if (mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return on(new NotFound());
        }
        return on(new InputRefused(mismatch.getName(), "参数 " + mismatch.getName() + " 的格式不对"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(NotFound missing) {
        var problem = problem(HttpStatus.NOT_FOUND, "没有找到", message(missing));
        if (missing.life() != null) {
            problem.setProperty("life", missing.life());
        }
        return answer(problem, new HttpHeaders());
    }

    /** Half of an answer is out: leaving it unanswered makes the server cut the connection. */
    @ExceptionHandler
    void on(BrokenOff broken) {
        throw broken;
    }

    /** The database is away: nothing was changed, and the same request may simply be repeated. */
    @ExceptionHandler({
        CannotCreateTransactionException.class,
        DataAccessResourceFailureException.class,
        TransactionSystemException.class,
        TransientDataAccessException.class
    })
    ResponseEntity<ProblemDetail> unavailable(Exception away) {
        LOG.warn("the database does not answer: {}", away.getMessage());
        return answer(problem(HttpStatus.SERVICE_UNAVAILABLE, "暂时不可用", AWAY), retryAfter(RETRY));
    }

    /** A character that no text of the database can hold; nothing was written. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(DataIntegrityViolationException broken) {
        return broken.getMostSpecificCause() instanceof SQLException sql
                        && NOT_A_CHARACTER.equals(sql.getSQLState())
                ? on(new InputRefused("", "内容里有系统不能保存的字符，请去掉后再试"))
                : unexpected(broken);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception unexpected) {
        LOG.error("unexpected", unexpected);
        var detail = "系统出错，刚才的操作没有生效。问题已记入日志，请稍后再试或联系管理员";
        return answer(problem(HttpStatus.INTERNAL_SERVER_ERROR, "系统出错", detail), new HttpHeaders());
    }

    /** What Spring itself refuses (method, content type, unreadable body …), said in Chinese. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception cause,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var problem =
                switch (status.value()) {
                    case 404 -> problem(HttpStatus.NOT_FOUND, "没有找到", "没有这个地址");
                    case 405 -> problem(HttpStatus.METHOD_NOT_ALLOWED, "不支持", "这个地址不支持这种操作");
                    case 406 -> problem(HttpStatus.NOT_ACCEPTABLE, "不支持", "只能以 JSON 回答");
                    case 413 -> problem(HttpStatus.CONTENT_TOO_LARGE, "内容过大", "发送的内容过大");
                    case 415 ->
                            problem(
                                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                                    "不支持",
                                    "只接受 JSON（application/json）");
                    case 503 -> problem(HttpStatus.SERVICE_UNAVAILABLE, "暂时不可用", "请稍后再试");
                    default ->
                            status.is4xxClientError()
                                    ? problem(HttpStatus.BAD_REQUEST, "填写有误", "发送的内容无法读懂，请检查")
                                    : problem(HttpStatus.INTERNAL_SERVER_ERROR, "系统出错", "请稍后再试");
                };
        return ResponseEntity.status(problem.getStatus()).headers(headers).body(problem);
    }

    static ProblemDetail problem(HttpStatus status, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return problem;
    }

    private static ProblemDetail citing(Rule rule, ProblemDetail problem) {
        problem.setType(URI.create("/rules/" + rule.id()));
        problem.setProperty("rule", rule.id().value());
        problem.setProperty("ruleTitle", rule.title());
        problem.setProperty("ruleText", rule.told());
        problem.setProperty("cites", rule.cite());
        problem.setProperty("figures", figures(rule));
        return problem;
    }

    private static Map<String, FigureView> figures(Rule rule) {
        var figures = new LinkedHashMap<String, FigureView>();
        rule.figures()
                .forEach(
                        (name, figure) ->
                                figures.put(
                                        name,
                                        new FigureView(
                                                shown(figure), figure.unit(), figure.local())));
        return figures;
    }

    private static Object shown(Figure figure) {
        return figure.number() ? figure.decimal() : figure.is().told();
    }

    private static HttpHeaders retryAfter(Duration wait) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
        return headers;
    }

    private static ResponseEntity<ProblemDetail> answer(
            ProblemDetail problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.getStatus()).headers(headers).body(problem);
    }

    private static String message(Exception cause) {
        var message = cause.getMessage();
        return message == null ? "" : message;
    }
}
