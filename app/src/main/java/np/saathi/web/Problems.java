package np.saathi.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

import np.saathi.support.DatabaseOutage;
import np.saathi.support.DatabaseWatch;

/** Every failure as a problem of a stable type. What went wrong inside is logged, never told. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private final DatabaseWatch watch;

    Problems(DatabaseWatch watch) {
        this.watch = watch;
    }

    /** One thing that is wrong with what was sent. */
    record FieldProblem(String field, String message) {}

    /** The filter chain knows who is signed in and answers these, 401 or 403. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void leaveToTheFilterChain(RuntimeException denied) {
        throw denied;
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unexpected(Exception e, WebRequest request) {
        Problem problem = of(e);
        watch.failed(e); // which tells of an outage, once
        if (problem.getStatusCode().isSameCodeAs(HttpStatus.INTERNAL_SERVER_ERROR)) {
            LOG.error("A request failed", e);
        }
        return createResponseEntity(problem.getBody(), problem.getHeaders(), problem.getStatusCode(), request);
    }

    /** What to tell of a failure that nobody foresaw where it happened. */
    static Problem of(Throwable e) {
        return switch (e) {
            case Problem problem -> problem;
            // Read late: a header with characters that no honest client sends.
            case RequestRejectedException _ -> Problem.badRequest();
            case OptimisticLockingFailureException _ -> Versions.stale();
            case DataIntegrityViolationException _ -> Problem.conflict("conflict",
                    "This does not fit with what is there");
            case Throwable _ when DatabaseOutage.isPassing(e) -> unavailable();
            default -> Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "Something went wrong on our side");
        };
    }

    /** The database can't do its work just now: the same may be asked again soon. */
    static Problem unavailable() {
        return Problem.unavailable("unavailable", "The line's memory can't be reached just now");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException e,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldProblem> errors = e.getBindingResult().getAllErrors().stream().map(
                error -> new FieldProblem(error instanceof FieldError field ? field.getField() : "", message(error)))
                .toList();
        return invalid(errors, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldProblem> errors = e.getParameterValidationResults().stream()
                .flatMap(result -> result instanceof ParameterErrors fields
                        ? fields.getFieldErrors().stream()
                                .map(field -> new FieldProblem(field.getField(), message(field)))
                        : result.getResolvableErrors().stream().map(error -> new FieldProblem(
                                String.valueOf(result.getMethodParameter().getParameterName()), message(error))))
                .toList();
        return invalid(errors, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(TypeMismatchException e, HttpHeaders headers,
            HttpStatusCode status, WebRequest request) {
        return invalid(Stream.ofNullable(e.getPropertyName()).map(name -> new FieldProblem(name, "is of a wrong kind"))
                .toList(), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException e,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(Problem.of(HttpStatus.BAD_REQUEST, "malformed", "The body can't be read as what it should be"),
                request);
    }

    private @Nullable ResponseEntity<Object> invalid(List<FieldProblem> errors, WebRequest request) {
        return answer(Problem.of(HttpStatus.BAD_REQUEST, "invalid", "Some values can't be right").with("errors",
                errors), request);
    }

    private @Nullable ResponseEntity<Object> answer(Problem problem, WebRequest request) {
        return createResponseEntity(problem.getBody(), problem.getHeaders(), problem.getStatusCode(), request);
    }

    /** The framework's own problems (405, 415 …) get a type and lose their words, which may tell of our inside. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(@Nullable Object body, HttpHeaders headers,
            HttpStatusCode status, WebRequest request) {
        HttpHeaders told = new HttpHeaders(headers);
        told.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (body instanceof ProblemDetail problem && !String.valueOf(problem.getType()).startsWith("urn:saathi:")) {
            return super.createResponseEntity(plain(status), told, status, request);
        }
        return super.createResponseEntity(body, told, status, request);
    }

    /** Nothing but the status in the words of the house: {@code method-not-allowed} and the like. */
    static ProblemDetail plain(HttpStatusCode code) {
        HttpStatus status = Map.of(422, HttpStatus.UNPROCESSABLE_CONTENT, 413, HttpStatus.CONTENT_TOO_LARGE)
                .getOrDefault(code.value(), HttpStatus.valueOf(code.value()));
        return switch (status) {
            case NOT_FOUND -> Problem.notFound().getBody();
            case INTERNAL_SERVER_ERROR -> of(new IllegalStateException()).getBody();
            default -> Problem.body(status, status.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    status.getReasonPhrase());
        };
    }

    private static String message(MessageSourceResolvable error) {
        String message = error.getDefaultMessage();
        // A value that can't be converted comes with the converter's words, class names among them.
        return message == null || message.contains("Failed to convert") ? "is of a wrong kind" : message;
    }
}
