package np.saathi.web;

import java.net.URI;
import java.time.Duration;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * Why a request was not done, as RFC 9457 tells it. Its type, {@code urn:saathi:problem:<name>}, never changes: programs
 * go by it. The detail is for people; it holds nothing that the client did not know or may not know.
 */
public final class Problem extends ErrorResponseException {
    private static final String TYPES = "urn:saathi:problem:";

    private Problem(HttpStatus status, ProblemDetail body) {
        super(status, body, null);
        // Whatever was asked for: why it is not there can be told as nothing else.
        getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    /** @param name last part of the type: small letters and hyphens, e.g. {@code overlap} */
    public static Problem of(HttpStatus status, String name, String detail) {
        return new Problem(status, body(status, name, detail));
    }

    /** 400: a path or a header as no honest client writes it. */
    public static Problem badRequest() {
        return of(HttpStatus.BAD_REQUEST, "bad-request", "This is not asked for so");
    }

    /** 404: there is none, or none that this person may know of; the answer is the same. */
    public static Problem notFound() {
        return of(HttpStatus.NOT_FOUND, "not-found", "There is nothing here for you");
    }

    /** 403 for who is signed in. */
    public static Problem forbidden() {
        return of(HttpStatus.FORBIDDEN, "forbidden", "You may not do this");
    }

    /** 409: right in itself, but not as things stand. */
    public static Problem conflict(String name, String detail) {
        return of(HttpStatus.CONFLICT, name, detail);
    }

    /** 422: well formed, but its meaning can't be. */
    public static Problem unprocessable(String name, String detail) {
        return of(HttpStatus.UNPROCESSABLE_CONTENT, name, detail);
    }

    /** 429 with Retry-After. */
    public static Problem tooMany(Duration wait) {
        return of(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", "Too many tries; wait a while").after(wait);
    }

    /** 503 with Retry-After, when a part of the line can't be reached. */
    public static Problem unavailable(String name, String detail) {
        return of(HttpStatus.SERVICE_UNAVAILABLE, name, detail).after(Duration.ofSeconds(5));
    }

    /** A further member of the answer, e.g. {@code errors}. */
    public Problem with(String member, Object value) {
        getBody().setProperty(member, value);
        return this;
    }

    private Problem after(Duration wait) {
        // Rounded up: whoever waits exactly so long has waited long enough.
        getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
        return this;
    }

    static ProblemDetail body(HttpStatus status, String name, String detail) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(type(name));
        return body;
    }

    static URI type(String name) {
        return URI.create(TYPES + name);
    }
}
