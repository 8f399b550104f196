package io.portolan.flow.aws;

import io.portolan.flow.UnreadableFlowException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Records that are compressed by gzip (RFC 1952), as CloudWatch Logs delivers them to subscribers. */
final class Compressed {
    /** Sixteen times what CloudWatch Logs puts into one delivery at most; more is made to exhaust memory. */
    private static final int LONGEST = 16 << 20;

    private static final int FIRST = 0x1f;
    private static final int SECOND = 0x8b;

    private Compressed() {}

    static boolean isGzip(byte[] record) {
        return record.length > 2 && (record[0] & 0xff) == FIRST && (record[1] & 0xff) == SECOND;
    }

    /** What a record holds, decompressed if it is compressed. */
    static byte[] contents(byte[] record) throws UnreadableFlowException {
        if (!isGzip(record)) {
            return record;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(record))) {
            byte[] contents = in.readNBytes(LONGEST + 1);
            if (contents.length > LONGEST) {
                throw new UnreadableFlowException("the record holds more than " + LONGEST + " bytes, compressed");
            }
            return contents;
        } catch (IOException e) {
            throw new UnreadableFlowException(
                    "the record is compressed and damaged: " + UnreadableFlowException.shown(e.getMessage()));
        }
    }
}
