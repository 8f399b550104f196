package io.portolan.label;

import io.portolan.flow.AvroBuffer;
import java.util.Optional;

/** The version of a registry, with its Avro binary as a union of null and string. */
public final class RegistryVersion {
    private final Optional<String> text;
    private final byte[] encoded;

    public RegistryVersion(Optional<String> text) {
        this.text = text;
        AvroBuffer out = new AvroBuffer();
        out.writeInt(text.isPresent() ? 1 : 0);
        text.ifPresent(out::writeString);
        this.encoded = out.take();
    }

    /** YYYY-MM-DD; empty while none is loaded. */
    public Optional<String> text() {
        return text;
    }

    /** Avro binary. Not to be changed. */
    public byte[] encoded() {
        return encoded;
    }
}
