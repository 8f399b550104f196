package io.portolan.judge;

import io.portolan.flow.Flow;
import io.portolan.label.Label;
import io.portolan.label.LabelledFlow;

/**
 * Splices an enriched flow ({@code schemas/enriched-flow.avsc}) together from bytes that are all there: the flow, both
 * labels, the judgement. Nothing is decoded or encoded on the way; a property test holds the result equal to what the
 * Avro library writes.
 */
public final class EnrichedFlowWriter {
    private static final byte[] NO_SERVICE = {0};

    // server, basis and verdict take a byte each, the confidence two from 64 on
    private static final int LARGEST_JUDGEMENT = 5;

    private final byte[] prefix;

    /**
     * @param prefix what stands before the Avro binary, for example the frame of a schema registry; may be empty
     */
    public EnrichedFlowWriter(byte[] prefix) {
        this.prefix = prefix.clone();
    }

    public byte[] write(LabelledFlow labelled, Judgement judgement) {
        Flow flow = labelled.flow();
        Role role = judgement.role();
        byte[] src = labelled.src().encoded();
        byte[] dst = labelled.dst().encoded();
        byte[] service = service(labelled, role);
        byte[] version = labelled.version().encoded();
        boolean wide = role.confidence() >= 64;
        byte[] out = new byte
                [prefix.length
                        + flow.length()
                        + src.length
                        + dst.length
                        + (wide ? LARGEST_JUDGEMENT : LARGEST_JUDGEMENT - 1)
                        + service.length
                        + version.length];
        int at = put(prefix, out, 0);
        flow.copyTo(out, at);
        at = put(src, out, at + flow.length());
        at = put(dst, out, at);
        out[at++] = enumIndex(role.server());
        out[at++] = enumIndex(role.basis());
        int zigzag = role.confidence() << 1;
        if (wide) {
            out[at++] = (byte) (zigzag | 0x80);
            zigzag >>>= 7;
        }
        out[at++] = (byte) zigzag;
        at = put(service, out, at);
        out[at++] = enumIndex(judgement.verdict());
        put(version, out, at);
        return out;
    }

    private static byte[] service(LabelledFlow labelled, Role role) {
        Label server = role.labelOfServer(labelled);
        return server == null ? NO_SERVICE : server.encodedService();
    }

    /** Avro's binary of an enum of less than 64 symbols: its index, zigzag in one byte. */
    private static byte enumIndex(Enum<?> symbol) {
        return (byte) (symbol.ordinal() << 1);
    }

    private static int put(byte[] part, byte[] out, int at) {
        System.arraycopy(part, 0, out, at, part.length);
        return at + part.length;
    }
}
