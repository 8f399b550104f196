package io.portolan.wire;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.config.ConfigException;

/** Base addresses of schema registries. A message about one never repeats it, as it may hold a password. */
final class RegistryAddress {
    private RegistryAddress() {}

    static List<URI> parse(List<String> addresses) {
        if (addresses.isEmpty()) {
            throw new ConfigException(SerdeConfiguration.URL
                    + " is empty; give the registry's address, http://localhost:8081 for example");
        }
        return addresses.stream().map(RegistryAddress::parse).toList();
    }

    private static URI parse(String address) {
        URI uri;
        try {
            uri = new URI(address.strip().replaceAll("/+$", ""));
        } catch (URISyntaxException e) {
            throw unusable(e.getReason());
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw unusable("it begins with neither http:// nor https://");
        }
        if (uri.getHost() == null) {
            throw unusable("it names no host");
        }
        return uri;
    }

    private static ConfigException unusable(String reason) {
        return new ConfigException(SerdeConfiguration.URL + " holds an address that cannot be used: " + reason);
    }

    static URI withoutCredentials(URI address) {
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return URI.create(address.getScheme() + "://" + address.getHost() + port + path);
    }
}
