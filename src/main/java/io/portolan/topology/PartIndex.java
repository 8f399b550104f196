package io.portolan.topology;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Which part of a record is to be read. A dead letter of one bad flow among several is sent back with the whole record
 * and the index of that flow, as the others went on when the record was read first.
 */
final class PartIndex {
    /** Stands for all parts of a record, as no header names one. */
    static final int ALL = -1;

    /** More than any record has parts, and less than overflows. */
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,9}");

    private PartIndex() {}

    /**
     * The index that the header names.
     *
     * @throws SerializationException if it is none
     */
    static int of(Headers headers) {
        Header header = headers.lastHeader(DeadLetterQueue.INDEX);
        if (header == null) {
            return ALL;
        }
        String text = header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
        if (!INDEX.matcher(text).matches()) {
            throw new SerializationException(
                    "the header " + DeadLetterQueue.INDEX + " is not the index of a part of the record");
        }
        return Integer.parseInt(text);
    }

    /** Names a part in the headers, and returns them. */
    static Headers put(Headers headers, int index) {
        DeadLetterQueue.put(headers, DeadLetterQueue.INDEX, Integer.toString(index));
        return headers;
    }

    /** @throws SerializationException if a record of so many parts has none of the index */
    static void expectWithin(int index, int parts) {
        if (index >= parts) {
            throw new SerializationException("the header " + DeadLetterQueue.INDEX + " is " + index
                    + ", but the record has " + parts + (parts == 1 ? " part" : " parts"));
        }
    }
}
