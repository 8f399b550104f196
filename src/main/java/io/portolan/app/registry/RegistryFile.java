package io.portolan.app.registry;

import io.portolan.registry.NotARegistryException;
import io.portolan.registry.ParsedRegistry;
import io.portolan.registry.RegistryReader;
import io.portolan.schema.Origin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;

/** A registry in a file of the user's: CSV or XML, plain or gzip, all of it told from the content. */
public final class RegistryFile {
    private RegistryFile() {}

    /**
     * Reads a registry file.
     *
     * @param origin whose registry it is, written into every entry
     * @throws IOException if it cannot be read, is too large or holds no registry; names the file
     */
    public static ParsedRegistry read(Path file, Origin origin) throws IOException {
        return parse(file.toString(), SourceBytes.of(file), origin);
    }

    /** @throws IOException if the content is no registry; names its source */
    static ParsedRegistry parse(String name, byte[] content, Origin origin) throws IOException {
        try {
            return RegistryReader.read(new ByteArrayInputStream(content), origin);
        } catch (NotARegistryException e) {
            throw new IOException(name + ": " + e.getMessage(), e);
        }
    }
}
