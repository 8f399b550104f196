package io.portolan.app.registry;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** Where a registry is read from. */
public sealed interface RegistrySource {
    /** A file of the user's. */
    record File(Path path) implements RegistrySource {}

    /** An address of the Web. */
    record Web(URI address) implements RegistrySource {}

    /** The registry that comes with the program. */
    record Bundled() implements RegistrySource {}

    /** What the cluster's topic holds. */
    record Topic() implements RegistrySource {}

    /**
     * The source that an operand names: {@code topic}, {@code bundled}, an http or https address, otherwise a file
     * ({@code ./topic} for a file of that name).
     *
     * @throws IllegalArgumentException if it is no usable address or file name; names it
     */
    static RegistrySource parse(String operand) {
        return switch (operand) {
            case "topic" -> new Topic();
            case "bundled" -> new Bundled();
            default -> fileOrWeb(operand);
        };
    }

    /** As {@link #parse}, with no words of special meaning. */
    static RegistrySource fileOrWeb(String operand) {
        String lower = operand.toLowerCase(Locale.ROOT);
        if (lower.startsWith("http://") || lower.startsWith("https://")) {
            return new Web(address(operand));
        }
        if (lower.matches("[a-z][a-z0-9+.-]+://.*")) {
            throw new IllegalArgumentException(
                    "\"" + operand + "\" is neither an http nor an https address; download it, and name the file");
        }
        try {
            return new File(Path.of(operand));
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("\"" + operand + "\" is no file name: " + e.getReason(), e);
        }
    }

    private static URI address(String operand) {
        URI address = URI.create(operand);
        if (address.getHost() == null) {
            throw new IllegalArgumentException("\"" + operand + "\" names no host");
        }
        if (address.getUserInfo() != null) {
            // The address is shown wherever the source is, so a password in it would be.
            throw new IllegalArgumentException(
                    "an address with a user or a password in it is not read; leave them out");
        }
        return address;
    }
}
