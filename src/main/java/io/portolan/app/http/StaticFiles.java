package io.portolan.app.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpStatus;

/**
 * The files of the page, from the class path. A path is looked for only if it has none but harmless characters, and a file
 * is sent only if its name ends in what a page is made of: nothing leads out of the folder.
 */
final class StaticFiles {
    private static final String INDEX = "index.html";
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("woff2", "font/woff2"));

    private final String folder;
    private final Map<String, Page> files = new ConcurrentHashMap<>();

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Page(String type, byte[] bytes, String tag) {}

    /**
     * @param folder on the class path, for example {@code /web/}
     */
    StaticFiles(String folder) {
        this.folder = folder;
    }

    /** The page, which reads from its address what to show. */
    Reply index(Call call) {
        return reply(INDEX, call);
    }

    /** A file of the page. */
    Reply asset(Call call) {
        return reply("assets/" + call.segment("path"), call);
    }

    private Reply reply(String name, Call call) {
        Page page = find(name)
                .orElseThrow(() -> new ProblemException(HttpStatus.NOT_FOUND_404, "the page has no such file"));
        // Asked for anew each time, and sent only if it changed: a new version is seen at once.
        Map<String, String> headers = Map.of("ETag", page.tag(), "Cache-Control", "no-cache");
        boolean known =
                call.ifNoneMatch().filter(tags -> tags.contains(page.tag())).isPresent();
        return known
                ? new Reply(HttpStatus.NOT_MODIFIED_304, page.type(), new byte[0], headers)
                : new Reply(HttpStatus.OK_200, page.type(), page.bytes(), headers);
    }

    private Optional<Page> find(String name) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null || !SAFE.matcher(name).matches()) {
            return Optional.empty();
        }
        // Only what is there is kept, so that nobody fills the memory with names.
        return Optional.ofNullable(files.get(name)).or(() -> {
            Optional<Page> read = read(name, type);
            read.ifPresent(page -> files.put(name, page));
            return read;
        });
    }

    private Optional<Page> read(String name, String type) {
        try (InputStream in = StaticFiles.class.getResourceAsStream(folder + name)) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] bytes = in.readAllBytes();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Optional.of(new Page(type, bytes, '"' + HexFormat.of().formatHex(digest, 0, 16) + '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
