package np.saathi.web;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** Where the web server sends a request that failed outside of all controllers, in a filter for instance. */
@Controller
class LastResort implements ErrorController {

    @RequestMapping("${spring.web.error.path:/error}")
    ResponseEntity<ProblemDetail> failed(HttpServletRequest request) {
        Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (failure instanceof Throwable e) {
            Problem problem = Problems.of(cause(e));
            return ResponseEntity.status(problem.getStatusCode()).headers(problem.getHeaders())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem.getBody());
        }
        HttpStatus status = status(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.plain(status));
    }

    private static Throwable cause(Throwable e) {
        return e instanceof jakarta.servlet.ServletException wrapper && wrapper.getCause() != null
                ? wrapper.getCause()
                : e;
    }

    /** Whoever asks for the path itself finds nothing here. */
    private static HttpStatus status(@Nullable Object code) {
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
