package io.portolan.app.registry;

import io.portolan.app.config.PortolanConfig;
import io.portolan.registry.BundledRegistry;
import io.portolan.registry.ParsedRegistry;
import io.portolan.schema.Origin;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads registries from wherever they are. Every method throws {@link IOException}, with a message that names the source,
 * if it cannot be read or holds no registry.
 */
public final class Sources {
    private final PortolanConfig config;

    public Sources(PortolanConfig config) {
        this.config = config;
    }

    /** The registry of a source, as it is. */
    public LoadedRegistry read(RegistrySource source) throws IOException {
        if (source instanceof RegistrySource.File file) {
            return parsed(file.path().toString(), SourceBytes.of(file.path()), Origin.IANA);
        }
        if (source instanceof RegistrySource.Web web) {
            return parsed(web.address().toString(), download(web.address()), Origin.IANA);
        }
        if (source instanceof RegistrySource.Topic) {
            return RegistryTopic.read(config).asLoaded();
        }
        return loaded("the bundled registry", BundledRegistry.iana(), 0);
    }

    /** The registry of a source as it is published: with the site's entries on top. A source without a port is none. */
    public LoadedRegistry readWithSite(RegistrySource source) throws IOException {
        LoadedRegistry registry = read(source);
        if (registry.registry().entries().isEmpty()) {
            throw new IOException(
                    registry.name() + " has no port at all and cannot be loaded; check that it is complete");
        }
        return registry.with(site());
    }

    private byte[] download(URI address) throws IOException {
        try {
            return new WebSource(config.registryTimeout()).get(address);
        } catch (IOException e) {
            throw new IOException(e.getMessage() + "; download it, and name the file", e);
        }
    }

    private LoadedRegistry site() throws IOException {
        Optional<Path> file = config.sitePath();
        if (file.isEmpty()) {
            return loaded("the bundled site file", BundledRegistry.site(), 0);
        }
        return parsed("site file " + file.get(), SourceBytes.of(file.get()), Origin.SITE);
    }

    static LoadedRegistry parsed(String name, byte[] content, Origin origin) throws IOException {
        return loaded(name, RegistryFile.parse(name, content, origin), content.length);
    }

    private static LoadedRegistry loaded(String name, ParsedRegistry parsed, long bytes) {
        return new LoadedRegistry(
                name,
                parsed.registry(),
                LoadedRegistry.texts(name, parsed.malformed()),
                parsed.servicesWithoutPort(),
                bytes);
    }
}
