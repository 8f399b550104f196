package io.portolan.app.registry;

import io.portolan.schema.Origin;
import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Downloads a registry to a file. The file is replaced in one step by a registry that was read and checked, or it stays as it
 * was, byte for byte.
 */
public final class RegistryFetch {
    private final URI address;
    private final Path file;
    private final Duration patience;
    private final boolean force;

    /**
     * @param patience longest wait for the answer, and again for all of it
     * @param force whether to take a registry too that the checks against the old file refuse
     */
    public RegistryFetch(URI address, Path file, Duration patience, boolean force) {
        this.address = address;
        this.file = file;
        this.patience = patience;
        this.force = force;
    }

    /**
     * Downloads, checks and keeps it.
     *
     * @throws IOException if any of that fails; names the cause, what became of the file, and the way out
     */
    public FetchedRegistry fetch() throws IOException {
        checkFile();
        byte[] content = content();
        LoadedRegistry registry = read(content);
        Optional<LoadedRegistry> before = before();
        if (before.isPresent() && !force) {
            check(FetchChecks.against(before.get(), registry), "take it all the same with --force");
        }
        boolean isNew = !Files.exists(file) || !Arrays.equals(content, Files.readAllBytes(file));
        if (isNew) {
            keep(content);
        }
        return new FetchedRegistry(registry, sha256(content), file, before, isNew);
    }

    /** Before anything is downloaded in vain. */
    private void checkFile() throws IOException {
        if (Files.isDirectory(file)) {
            throw failed(file + " is a folder", anotherFile(), null);
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw failed("folder " + folder + " does not exist", "create it, or " + anotherFile(), null);
        }
    }

    private byte[] content() throws IOException {
        try {
            return new WebSource(patience).get(address);
        } catch (IOException e) {
            throw failed(e.getMessage(), "try again later, or " + anotherAddress(), e);
        }
    }

    private LoadedRegistry read(byte[] content) throws IOException {
        LoadedRegistry registry;
        try {
            registry = Sources.parsed(address.toString(), content, Origin.IANA);
        } catch (IOException e) {
            throw failed(e.getMessage(), anotherAddress(), e);
        }
        check(FetchChecks.alone(content, registry), "try again later, or " + anotherAddress());
        return registry;
    }

    /** A file that is there and is no registry may be anything, and dear to somebody. */
    private Optional<LoadedRegistry> before() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Sources.parsed(file.toString(), SourceBytes.of(file), Origin.IANA));
        } catch (IOException e) {
            if (force) {
                return Optional.empty();
            }
            String reason = e instanceof AccessDeniedException ? file + " may not be read" : e.getMessage();
            throw failed(reason, anotherFile() + ", or replace it with --force", e);
        }
    }

    private void keep(byte[] content) throws IOException {
        try {
            ReplacedFile.write(file, content);
        } catch (IOException e) {
            throw failed(e.getMessage(), anotherFile(), e);
        }
    }

    private void check(Optional<String> refusal, String wayOut) throws IOException {
        if (refusal.isPresent()) {
            throw failed(address + " " + refusal.get(), wayOut, null);
        }
    }

    private IOException failed(String reason, String wayOut, @Nullable IOException cause) {
        String state = Files.exists(file) ? file + " is as it was" : "nothing was written";
        return new IOException(reason + "; " + state + "; " + wayOut, cause);
    }

    private static String anotherAddress() {
        return "name another address with --url (registry.source.url)";
    }

    private static String anotherFile() {
        return "name another file with --to (registry.source.path)";
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
