package np.saathi.session.web;

import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

import np.saathi.session.PlanRefused;
import np.saathi.web.Problem;

/** How it is told why something was not planned. */
final class Refusals {
    private Refusals() {}

    static ResponseEntity<ProblemDetail> of(PlanRefused refused) {
        PlanRefused.Rule rule = refused.rule();
        String detail = String.valueOf(refused.getMessage());
        Problem problem = rule.clashes()
                ? Problem.conflict(rule.code(), detail)
                : Problem.unprocessable(rule.code(), detail);
        refused.host().ifPresent(host -> problem.with("volunteer", host.value()));
        return of(problem);
    }

    static ResponseEntity<ProblemDetail> of(Problem problem) {
        return ResponseEntity.status(problem.getStatusCode()).headers(problem.getHeaders()).body(problem.getBody());
    }
}
