package io.portolan.app.http;

/** How many items are wanted at most. */
final class Limit {
    static final String PARAMETER = "limit";
    static final int DEFAULT = 100;
    private static final int MOST = 1_000;

    private Limit() {}

    static int of(Call call) {
        return call.parameters().number(PARAMETER, DEFAULT, 1, MOST);
    }
}
