package io.portolan.registry;

import java.io.IOException;

/** A file is not a port registry at all, or is XML that is broken: of neither can any row be trusted. */
public final class NotARegistryException extends IOException {

    private static final long serialVersionUID = 1L;

    NotARegistryException(String message) {
        super(message);
    }
}
