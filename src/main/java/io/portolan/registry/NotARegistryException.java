package io.portolan.registry;

import java.io.IOException;

/** A file is not a port registry at all: its first line lacks the columns of one. */
public final class NotARegistryException extends IOException {

    private static final long serialVersionUID = 1L;

    NotARegistryException(String message) {
        super(message);
    }
}
