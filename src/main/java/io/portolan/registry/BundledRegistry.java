package io.portolan.registry;

import io.portolan.schema.Origin;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The registry that comes with the program ({@code topology/registry/}), with a site's own names on top. */
public final class BundledRegistry {

    private static final String FOLDER = "/topology/registry/";
    private static final String IANA = "service-names-port-numbers.csv";
    private static final String SITE = "site.csv";
    private static final String VERSION = "version";

    private BundledRegistry() {}

    /**
     * The bundled registry with the bundled file of the site's names.
     *
     * @throws IOException if the files are not on the class path or cannot be read
     */
    public static ParsedRegistry load() throws IOException {
        try (InputStream site = resource(SITE)) {
            return load(site);
        }
    }

    /**
     * The bundled registry with a site's own file; the malformed rows are those of the site's file.
     *
     * @throws NotARegistryException if the site's file is no registry; names the cause
     * @throws IOException if it cannot be read
     */
    public static ParsedRegistry load(Path site) throws IOException {
        try (InputStream in = Files.newInputStream(site)) {
            return load(in);
        }
    }

    /**
     * The bundled registry alone, as IANA has it.
     *
     * @throws IOException if the files are not on the class path or cannot be read
     */
    public static ParsedRegistry iana() throws IOException {
        try (InputStream ianaCsv = resource(IANA);
                InputStream version = resource(VERSION)) {
            ParsedRegistry iana = RegistryCsv.read(ianaCsv, Origin.IANA);
            // The file's own dates end years before its newest names, whose source states no dates.
            String published = new String(version.readAllBytes(), StandardCharsets.UTF_8).strip();
            return new ParsedRegistry(
                    iana.registry().withVersion(published), iana.malformed(), iana.servicesWithoutPort());
        }
    }

    /**
     * The bundled file of a site's own names alone.
     *
     * @throws IOException if the file is not on the class path or cannot be read
     */
    public static ParsedRegistry site() throws IOException {
        try (InputStream siteCsv = resource(SITE)) {
            return RegistryCsv.read(siteCsv, Origin.SITE);
        }
    }

    private static ParsedRegistry load(InputStream siteFile) throws IOException {
        ParsedRegistry site = RegistryReader.read(siteFile, Origin.SITE);
        ParsedRegistry iana = iana();
        return new ParsedRegistry(
                iana.registry().with(site.registry()),
                site.malformed(),
                iana.servicesWithoutPort() + site.servicesWithoutPort());
    }

    private static InputStream resource(String name) throws IOException {
        InputStream in = BundledRegistry.class.getResourceAsStream(FOLDER + name);
        if (in == null) {
            throw new FileNotFoundException("no " + FOLDER + name + " on the class path: the build is incomplete");
        }
        return in;
    }
}
