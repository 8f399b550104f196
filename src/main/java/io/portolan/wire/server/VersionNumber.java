package io.portolan.wire.server;

/**
 * A version as a request names it.
 *
 * @param number 1 or more; {@link #LATEST} for the latest one
 */
record VersionNumber(int number) {
    /** How Confluent's clients write "latest" as a number. */
    static final int LATEST = -1;

    static VersionNumber parse(String text) {
        if (text.equalsIgnoreCase("latest")) {
            return new VersionNumber(LATEST);
        }
        try {
            int number = Integer.parseInt(text);
            if (number > 0 || number == LATEST) {
                return new VersionNumber(number);
            }
        } catch (NumberFormatException e) {
            throw ApiError.invalidVersion(text);
        }
        throw ApiError.invalidVersion(text);
    }

    boolean isLatest() {
        return number == LATEST;
    }
}
