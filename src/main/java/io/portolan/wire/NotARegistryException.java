package io.portolan.wire;

import java.io.Serial;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * What answers at the address of the schema registry is none: the address is wrong, or something stands before the registry and
 * answers in its place, as a proxy does whose registry is down for maintenance.
 */
public final class NotARegistryException extends InvalidConfigurationException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * @param message cause, place and way out
     * @param cause what it was noticed by; null if it was the answer itself
     */
    public NotARegistryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
