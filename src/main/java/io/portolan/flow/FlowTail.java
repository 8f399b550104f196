package io.portolan.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/**
 * The fields that only alerts need, read when one asks: few flows do.
 *
 * @param observer who saw the flow
 * @param sourceFormat input format that the flow was read from
 */
record FlowTail(Optional<String> observer, String sourceFormat) {

    /** Reads from the field {@code observer} on, in bytes that are checked already. */
    static FlowTail read(byte[] bytes, int offset) {
        try {
            BinaryDecoder in = DecoderFactory.get().binaryDecoder(bytes, offset, bytes.length - offset, null);
            Optional<String> observer = in.readIndex() == 1 ? Optional.of(in.readString()) : Optional.empty();
            if (in.readIndex() == 1) {
                in.readInt();
            }
            return new FlowTail(observer, in.readString());
        } catch (IOException e) {
            throw new UncheckedIOException("checked bytes cannot be read", e);
        }
    }
}
