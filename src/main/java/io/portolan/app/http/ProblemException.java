package io.portolan.app.http;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Ends the answering of a request with a problem. */
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    ProblemException(int status, String detail) {
        this(Problem.of(status, detail));
    }

    ProblemException(int status, String detail, ObjectNode more) {
        this(new Problem(status, detail, more));
    }

    private ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
