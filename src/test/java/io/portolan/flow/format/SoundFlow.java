package io.portolan.flow.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.flow.Decoded;
import io.portolan.flow.Flow;
import io.portolan.flow.FlowLogs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.avro.generic.GenericRecord;

/** What holds of every flow that a parser makes: the Avro library reads the same of it, and it is no larger than it may be. */
final class SoundFlow {
    private static final int FIXED_LENGTH = 1_024;
    /** A byte that is no UTF-8 becomes the replacement character of three. */
    private static final int LENGTH_PER_BYTE = 3;

    private SoundFlow() {}

    static void check(Flow flow, int recordLength) {
        assertThat(flow.length())
                .as("length of a flow of %d bytes", recordLength)
                .isLessThanOrEqualTo(FIXED_LENGTH + LENGTH_PER_BYTE * recordLength);
        GenericRecord decoded = decoded(flow);
        assertThat(decoded.get("protocol")).isEqualTo(flow.protocol());
        assertThat(decoded.get("src_port")).isEqualTo(flow.srcPort());
        assertThat(decoded.get("dst_port")).isEqualTo(flow.dstPort());
        assertThat(decoded.get("packets")).isEqualTo(flow.packets());
        assertThat(decoded.get("bytes")).isEqualTo(flow.bytes());
        assertThat(decoded.get("end_time")).isEqualTo(flow.endTime());
        assertThat(decoded.get("source_format").toString()).isEqualTo(flow.sourceFormat());
        checkAddress(flow.srcAddress());
        checkAddress(flow.dstAddress());
    }

    private static GenericRecord decoded(Flow flow) {
        try {
            return FlowLogs.decode(Decoded.bytes(flow));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read by the JDK, which would ask the network for a name: a text that cannot be an address is refused before. */
    private static void checkAddress(String text) {
        assertThat(text).matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
        try {
            assertThat(InetAddress.getByName(text)).isNotNull();
        } catch (UnknownHostException e) {
            throw new AssertionError("not an address: " + text, e);
        }
    }
}
