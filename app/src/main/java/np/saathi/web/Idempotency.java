package np.saathi.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import np.saathi.web.Answers.Answer;

/**
 * A POST with an {@code Idempotency-Key} is done once: who lost the answer on the way asks again with the same key, and
 * gets it. Only what succeeded is kept, for a day. Asked by somebody else, or for something else, a key is another key
 * or a mistake (422). Nothing is needed in controllers.
 */
@Component
@Order(Bodies.ORDER + 1)
class Idempotency extends OncePerRequestFilter {
    static final String KEY = "Idempotency-Key";
    /** A login's answer is its token, and a second one does no harm. */
    private static final String LOGIN = "/login";
    private final Answers answers;
    private final ProblemWriter problems;

    Idempotency(Answers answers, ProblemWriter problems) {
        this.answers = answers;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || request.getHeader(KEY) == null
                || request.getRequestURI().equals(LOGIN);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(KEY);
        if (!key.matches("[!-~]{8,128}")) {
            problems.write(Problem.of(HttpStatus.BAD_REQUEST, "idempotency-key",
                    "An Idempotency-Key has 8 to 128 characters and no space"), response);
            return;
        }
        Principal who = request.getUserPrincipal();
        Answers.Question question = answers.question((who == null ? "" : who.getName()) + " " + key, what(request));
        Optional<Answer> before;
        try {
            before = answers.ask(question);
        } catch (Problem refused) {
            problems.write(refused, response);
            return;
        }
        if (before.isPresent()) {
            again(before.get(), response);
        } else {
            once(question, request, response, chain);
        }
    }

    private void once(Answers.Question question, HttpServletRequest request, HttpServletResponse response,
            FilterChain chain) throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        boolean done = false;
        try {
            chain.doFilter(request, answer);
            done = answer.getStatus() / 100 == 2;
        } finally {
            if (done) {
                answers.keep(question, new Answer(answer.getStatus(), answer.getContentType(),
                        answer.getHeader(HttpHeaders.LOCATION), answer.getHeader(HttpHeaders.ETAG),
                        answer.getContentAsByteArray()));
            } else {
                answers.forget(question);
            }
        }
        answer.copyBodyToResponse();
    }

    private static void again(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        header(response, HttpHeaders.CONTENT_TYPE, answer.contentType());
        header(response, HttpHeaders.LOCATION, answer.location());
        header(response, HttpHeaders.ETAG, answer.etag());
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }

    private static void header(HttpServletResponse response, String name, @Nullable String value) {
        if (value != null) {
            response.setHeader(name, value);
        }
    }

    /** What was asked, as far as it must be the same again; an upload is not read for it. */
    private static String what(HttpServletRequest request) {
        String body = request instanceof Bodies.ReadBody read ? new String(read.body(), StandardCharsets.UTF_8) : "";
        return request.getRequestURI() + "?" + request.getQueryString() + " " + body;
    }
}
