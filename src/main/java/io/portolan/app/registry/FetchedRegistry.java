package io.portolan.app.registry;

import io.portolan.registry.RegistryDiff;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a download came to.
 *
 * @param registry what was downloaded, named for its address
 * @param sha256 of the file, in hexadecimal
 * @param file where it is kept
 * @param before what was kept there; empty if nothing was, or no registry
 * @param isNew whether the file had other bytes
 */
public record FetchedRegistry(
        LoadedRegistry registry, String sha256, Path file, Optional<LoadedRegistry> before, boolean isNew) {

    /** What differs from the one that was kept; empty if there was none. */
    public Optional<RegistryDiff> difference() {
        return before.map(old -> RegistryDiff.between(old.registry(), registry.registry()));
    }
}
