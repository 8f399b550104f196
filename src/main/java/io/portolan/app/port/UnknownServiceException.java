package io.portolan.app.port;

import java.util.List;

/** No service in the registry has a name. The message gives the names nearest to it. */
public final class UnknownServiceException extends Exception {
    private static final long serialVersionUID = 1L;

    UnknownServiceException(String name, List<String> nearest) {
        super("no service is called " + name + " in the port registry; "
                + (nearest.isEmpty()
                        ? "a port is a number, number/transport or a service name"
                        : "did you mean " + String.join(" or ", nearest) + "?"));
    }
}
