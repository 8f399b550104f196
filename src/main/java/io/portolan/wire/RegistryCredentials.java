package io.portolan.wire;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** The HTTP Authorization that a configuration asks for. */
final class RegistryCredentials {
    private RegistryCredentials() {}

    static @Nullable String authorization(SerdeConfiguration values, List<URI> addresses) {
        Optional<String> basic = values.text(SerdeConfiguration.BASIC_SOURCE);
        Optional<String> bearer = values.text(SerdeConfiguration.BEARER_SOURCE);
        if (basic.isPresent() && bearer.isPresent()) {
            throw new ConfigException(SerdeConfiguration.BASIC_SOURCE + " and " + SerdeConfiguration.BEARER_SOURCE
                    + " are both set; leave one out");
        }
        return bearer.isPresent() ? bearer(values, bearer.get()) : basic(values, basic.orElse("URL"), addresses);
    }

    private static @Nullable String basic(SerdeConfiguration values, String source, List<URI> addresses) {
        return switch (source) {
            case "URL" -> fromAddress(addresses);
            case "USER_INFO" -> basic(required(values, SerdeConfiguration.USER_INFO, "user:password"));
            default ->
                throw new ConfigException(
                        SerdeConfiguration.BASIC_SOURCE + " is " + source + "; known are URL and USER_INFO");
        };
    }

    private static String bearer(SerdeConfiguration values, String source) {
        if (!source.equals("STATIC_TOKEN")) {
            throw new ConfigException(SerdeConfiguration.BEARER_SOURCE + " is " + source + "; known is STATIC_TOKEN");
        }
        return "Bearer " + required(values, SerdeConfiguration.BEARER_TOKEN, "the token");
    }

    private static String required(SerdeConfiguration values, String key, String content) {
        return values.secret(key)
                .orElseThrow(() -> new ConfigException(key + " is missing or empty; it has to hold " + content));
    }

    private static @Nullable String fromAddress(List<URI> addresses) {
        return addresses.stream()
                .map(URI::getUserInfo)
                .filter(Objects::nonNull)
                .findFirst()
                .map(RegistryCredentials::basic)
                .orElse(null);
    }

    private static String basic(String userInfo) {
        return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
    }
}
