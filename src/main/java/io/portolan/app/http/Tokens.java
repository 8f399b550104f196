package io.portolan.app.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/** Compares bearer tokens (RFC 6750) in a time that tells nothing of how much of one was right, its length included. */
final class Tokens {
    private static final String SCHEME = "Bearer ";

    private final Optional<byte[]> wanted;

    Tokens(Optional<Password> token) {
        this.wanted = token.map(secret -> digest(secret.value()));
    }

    /** Whether requests need a token. */
    boolean areNeeded() {
        return wanted.isPresent();
    }

    /**
     * Whether a request may be answered.
     *
     * @param authorization its header of that name, null if it has none
     */
    boolean accept(@Nullable String authorization) {
        if (wanted.isEmpty()) {
            return true;
        }
        boolean bearer = authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return bearer
                && MessageDigest.isEqual(
                        wanted.get(),
                        digest(authorization.substring(SCHEME.length()).strip()));
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
