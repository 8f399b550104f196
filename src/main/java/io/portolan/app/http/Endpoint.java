package io.portolan.app.http;

/** Answers requests of one path. */
@FunctionalInterface
interface Endpoint {
    /**
     * The answer.
     *
     * @throws ProblemException if there is none
     */
    Reply answer(Call call);
}
