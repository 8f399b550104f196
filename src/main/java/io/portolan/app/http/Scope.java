package io.portolan.app.http;

/** Which instances a question goes to. */
enum Scope {
    /** All of the job. */
    CLUSTER,
    /** The one that is asked, and no other: what instances ask each other. */
    INSTANCE;

    static final String PARAMETER = "scope";

    static Scope of(Call call) {
        return call.parameters().symbol(PARAMETER, Scope.class).orElse(CLUSTER);
    }
}
