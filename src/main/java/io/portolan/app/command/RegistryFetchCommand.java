package io.portolan.app.command;

import io.portolan.app.config.ConfigSource;
import io.portolan.app.config.PortolanConfig;
import io.portolan.app.registry.FetchedRegistry;
import io.portolan.app.registry.LoadedRegistry;
import io.portolan.app.registry.RegistryFetch;
import io.portolan.app.registry.RegistrySource;
import io.portolan.registry.RegistryDiff;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code portolan registry fetch}: downloads the registry to a file. */
@Command(
        name = "fetch",
        description = {
            "Download IANA's port registry to a file, for `registry load FILE`, `label --registry FILE` and"
                    + " `port --registry FILE`.",
            "The file is replaced in one step, by a whole registry that is not older and lacks no more than a tenth of"
                    + " its ports. Whatever fails, the old one stays as it was."
        })
public final class RegistryFetchCommand implements Callable<Integer> {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Properties file, for its registry.source.* keys; PORTOLAN_* of the environment wins over it.")
    private @Nullable Path configuration;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Address to download from: CSV or XML, plain or gzip (default: registry.source.url, IANA's"
                    + " CSV).")
    private @Nullable String url;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description = "File to keep it in, unpacked (default: registry.source.path,"
                    + " service-names-port-numbers.csv in this folder).")
    private @Nullable Path file;

    @Option(
            names = "--force",
            description = "Take it even if it is older, lacks more than a tenth of the ports, or the file is no"
                    + " registry.")
    private boolean force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PortolanConfig config = config();
        Path target = file == null ? config.registryPath() : file;
        FetchedRegistry fetched = new RegistryFetch(address(config), target, config.registryTimeout(), force).fetch();
        Skipped.print(spec.commandLine().getErr(), fetched.registry());
        print(fetched);
        return 0;
    }

    private PortolanConfig config() {
        Map<String, String> keys = new HashMap<>();
        if (configuration != null) {
            keys.putAll(ConfigSource.file(configuration));
        }
        keys.putAll(ConfigSource.environment(System.getenv()));
        return new PortolanConfig(keys);
    }

    private URI address(PortolanConfig config) {
        if (url == null) {
            try {
                return address(config.registryAddress());
            } catch (IllegalArgumentException e) {
                throw new Failure("registry.source.url: " + e.getMessage(), e);
            }
        }
        try {
            return address(url);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--url: " + e.getMessage(), e);
        }
    }

    private static URI address(String text) {
        if (RegistrySource.fileOrWeb(text) instanceof RegistrySource.Web web) {
            return web.address();
        }
        throw new IllegalArgumentException("\"" + text + "\" is neither an http nor an https address");
    }

    private void print(FetchedRegistry fetched) {
        LoadedRegistry registry = fetched.registry();
        PrintWriter out = spec.commandLine().getOut();
        out.println("Source     " + registry.name());
        out.println("SHA-256    " + fetched.sha256());
        out.println("Version    " + version(registry));
        out.printf("Entries    %,d ports%n", registry.registry().entries().size());
        out.printf(
                "Malformed  %,d rows, of which nothing is known%n",
                registry.malformed().size());
        out.println("Before     " + before(fetched));
        out.printf(
                "Kept       %s, %,d bytes%s%n", fetched.file(), registry.bytes(), fetched.isNew() ? "" : ", as before");
        out.println("Load it with: portolan registry load " + fetched.file());
        out.flush();
    }

    private static String before(FetchedRegistry fetched) {
        return fetched.before()
                .map(old -> "version " + version(old) + "; "
                        + change(fetched.difference().orElseThrow()))
                .orElse("none");
    }

    private static String change(RegistryDiff diff) {
        return String.format(
                "%,d added, %,d changed, %,d removed since",
                diff.added().size(), diff.changed().size(), diff.removed().size());
    }

    private static String version(LoadedRegistry source) {
        String version = source.registry().version();
        return version.isEmpty() ? "none" : version;
    }
}
