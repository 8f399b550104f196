package io.portolan.wire;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SerializationException;

/** A registry's refusal as the exception that a serde throws, of the same types as Confluent's where those exist. */
final class SerdeFailure {
    private SerdeFailure() {}

    static KafkaException of(SchemaRegistryException refusal, String what) {
        String message = what + ": " + refusal.getMessage();
        if (refusal.status() == 401) {
            return new AuthenticationException(message + "; check the registry's credentials", refusal);
        }
        if (refusal.status() == 403) {
            return new AuthorizationException(message + "; the registry's user may not do this", refusal);
        }
        if (isAboutTheSchema(refusal)) {
            return new SerializationException(message, refusal);
        }
        return new NotARegistryException(message + "; check " + SerdeConfiguration.URL, refusal);
    }

    /** A 404 without one of the registry's codes comes from a wrong path or a proxy, and blames no record. */
    private static boolean isAboutTheSchema(SchemaRegistryException refusal) {
        return refusal.isNotFound() || refusal.isIncompatible() || refusal.errorCode() / 100 == 422;
    }
}
