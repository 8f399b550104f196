package io.portolan.wire.server;

import java.util.Objects;

/** A refusal with Confluent's error code and message. Source: Confluent Schema Registry API reference, "Errors". */
final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    private ApiError(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    static ApiError subjectNotFound(String subject) {
        return new ApiError(404, 40401, "Subject '" + subject + "' not found.");
    }

    static ApiError versionNotFound(int version) {
        return new ApiError(404, 40402, "Version " + version + " not found.");
    }

    static ApiError schemaNotFound() {
        return new ApiError(404, 40403, "Schema not found");
    }

    static ApiError schemaNotFound(int id) {
        return new ApiError(404, 40403, "Schema " + id + " not found");
    }

    static ApiError subjectSoftDeleted(String subject) {
        return new ApiError(
                404, 40404, "Subject '" + subject + "' was soft deleted. Set permanent=true to delete permanently");
    }

    static ApiError subjectNotSoftDeleted(String subject) {
        return new ApiError(
                404, 40405, "Subject '" + subject + "' was not deleted first before being permanently deleted");
    }

    static ApiError versionSoftDeleted(String subject, int version) {
        return new ApiError(
                404,
                40406,
                "Subject '" + subject + "' Version " + version
                        + " was soft deleted. Set permanent=true to delete permanently");
    }

    static ApiError versionNotSoftDeleted(String subject, int version) {
        return new ApiError(
                404,
                40407,
                "Subject '" + subject + "' Version " + version
                        + " was not deleted first before being permanently deleted");
    }

    static ApiError compatibilityNotConfigured(String subject) {
        return new ApiError(
                404, 40408, "Subject '" + subject + "' does not have subject-level compatibility configured");
    }

    static ApiError modeNotConfigured(String subject) {
        return new ApiError(404, 40409, "Subject '" + subject + "' does not have subject-level mode configured");
    }

    static ApiError incompatible(String subject, String details) {
        return new ApiError(
                409,
                409,
                "Schema being registered is incompatible with an earlier schema for subject \"" + subject
                        + "\", details: " + details);
    }

    static ApiError invalidSchema(String reason) {
        return new ApiError(422, 42201, "Invalid schema: " + reason);
    }

    static ApiError invalidVersion(String version) {
        return new ApiError(
                422,
                42202,
                "The specified version '" + version + "' is not a valid version id. Allowed values are between"
                        + " [1, 2^31-1] and the string \"latest\"");
    }

    static ApiError invalidCompatibilityLevel() {
        return new ApiError(
                422,
                42203,
                "Invalid compatibility level. Valid values are none, backward, forward, full, backward_transitive,"
                        + " forward_transitive, and full_transitive");
    }

    static ApiError badRequest(String reason) {
        return new ApiError(400, 400, reason);
    }

    static ApiError notFound() {
        return new ApiError(404, 404, "HTTP 404 Not Found");
    }

    static ApiError methodNotAllowed() {
        return new ApiError(405, 405, "HTTP 405 Method Not Allowed");
    }

    static ApiError bodyTooLarge(int limit) {
        return new ApiError(413, 413, "Request body is larger than " + limit + " bytes");
    }
}
