package io.portolan.wire;

import org.apache.kafka.common.KafkaException;

/** A schema registry answered, and refused. Asking again does not help; see {@link RegistryUnavailableException}. */
public final class SchemaRegistryException extends KafkaException {
    private static final long serialVersionUID = 1L;

    /** Error code of a subject that the registry does not have. Source: Confluent Schema Registry API. */
    public static final int SUBJECT_NOT_FOUND = 40401;

    /** Error code of a version that the subject does not have. Source: as above. */
    public static final int VERSION_NOT_FOUND = 40402;

    /** Error code of a schema, or of a schema id, that the registry does not have. Source: as above. */
    public static final int SCHEMA_NOT_FOUND = 40403;

    /** Error code of a subject without a compatibility level of its own. Source: as above. */
    public static final int SUBJECT_COMPATIBILITY_NOT_CONFIGURED = 40408;

    /** Error code of a schema that is no valid one, or not of a type that can be used. Source: as above. */
    public static final int INVALID = 42201;

    private final int status;
    private final int errorCode;

    SchemaRegistryException(String message, int status, int errorCode) {
        super(message);
        this.status = status;
        this.errorCode = errorCode;
    }

    /** HTTP status; never one that asks to try again (408, 429, 500 and above). */
    public int status() {
        return status;
    }

    /** Confluent's error code, five digits as a rule; the HTTP status if the answer bears none. */
    public int errorCode() {
        return errorCode;
    }

    /** Whether the registry does not have what was asked for: subject, version or schema. */
    public boolean isNotFound() {
        return errorCode >= SUBJECT_NOT_FOUND && errorCode <= SCHEMA_NOT_FOUND;
    }

    /** Whether the registry says that the subject has no compatibility level of its own; older ones say 40401. */
    boolean hasNoLevel() {
        return errorCode == SUBJECT_COMPATIBILITY_NOT_CONFIGURED || errorCode == SUBJECT_NOT_FOUND;
    }

    /** Whether the registry refuses the schema because readers or writers of an earlier one would break. */
    public boolean isIncompatible() {
        return status == 409;
    }
}
