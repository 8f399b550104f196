package io.portolan.flow.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.flow.Decoded;
import io.portolan.flow.Flow;
import io.portolan.flow.FlowFormat;
import io.portolan.flow.Reading;
import io.portolan.flow.UnreadableFlowException;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What holds of a parser whatever it is given: a sound reading or a short cause, and memory and time in proportion to the
 * record. Memory is all that was allocated, most of which is free again at once.
 *
 * <p>The proportions are those of the worst record of {@link HostileRecords}, with some room: lines of two bytes each of
 * which is unreadable and gets its cause, at 325 bytes and a microsecond a byte. Beside that, what a parser sets up for
 * itself takes 130 KB.
 */
final class ParserContract {
    private static final int LONGEST_CAUSE = 400;
    private static final long FIXED_BYTES = 256 << 10;
    private static final long BYTES_PER_BYTE = 400;
    private static final long FIXED_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long NANOS_PER_BYTE = 1_000;
    private static final int TRIES = 3;

    private final FlowFormat format;
    private final byte[] record;
    private final int size;
    private Object outcome = "";

    private ParserContract(FlowFormat format, byte[] record) {
        this.format = format;
        this.record = record;
        this.size = Gzip.sizeOf(record);
    }

    /** Has the record read and checks what comes of it. */
    static void holds(FlowFormat format, byte[] record) {
        new ParserContract(format, record).check();
    }

    private void check() {
        byte[] before = record.clone();
        checkCost();
        assertThat(record).as("the record is not changed").isEqualTo(before);
        if (outcome instanceof UnreadableFlowException refusal) {
            checkCause(refusal.getMessage());
        } else if (outcome instanceof Reading.Flows several) {
            checkParts(several);
        } else {
            checkPart((Reading.Part) outcome);
        }
        checkWithinList();
    }

    /** A list of one flow takes another way through a JSON parser, and leads to the same flow if it leads anywhere. */
    private void checkWithinList() {
        Object alone = outcome;
        ByteArrayOutputStream list = new ByteArrayOutputStream(record.length + 2);
        list.write('[');
        list.writeBytes(record);
        list.write(']');
        read(list.toByteArray());
        if (alone instanceof Flow one && outcome instanceof Flow other) {
            assertThat(Decoded.bytes(other)).as("flow within a list").isEqualTo(Decoded.bytes(one));
        }
    }

    /** The first reading may pay for what is made once, a class or a cache: what counts comes every time. */
    private void checkCost() {
        long bytes = Long.MAX_VALUE;
        long nanos = Long.MAX_VALUE;
        for (int i = 0; i < TRIES && (bytes > mostBytes() || nanos > mostNanos()); i++) {
            Cost cost = Cost.of(() -> read(record));
            bytes = Math.min(bytes, cost.bytes());
            nanos = Math.min(nanos, cost.nanos());
        }
        assertThat(bytes).as("bytes allocated for %d", size).isLessThanOrEqualTo(mostBytes());
        assertThat(nanos).as("nanoseconds for %d bytes", size).isLessThanOrEqualTo(mostNanos());
    }

    private void read(byte[] bytes) {
        try {
            outcome = format.parser().apply(List.of()).read(bytes);
        } catch (UnreadableFlowException e) {
            outcome = e;
        }
    }

    private long mostBytes() {
        return FIXED_BYTES + BYTES_PER_BYTE * size;
    }

    private long mostNanos() {
        return FIXED_NANOS + NANOS_PER_BYTE * size;
    }

    private void checkParts(Reading.Flows several) {
        assertThat(several.record()).isSameAs(record);
        assertThat(several.flows()).isNotEmpty();
        assertThat(several.parts().size()).as("parts").isBetween(2, size);
        for (int i = 0; i < several.parts().size(); i++) {
            Reading.Part part = several.parts().get(i);
            checkPart(part);
            if (part instanceof Reading.Unreadable bad) {
                assertThat(bad.index()).isEqualTo(i);
            }
        }
    }

    private void checkPart(Reading.Part part) {
        if (part instanceof Flow flow) {
            SoundFlow.check(flow, size);
        } else if (part instanceof Reading.NotAFlow none) {
            checkCause(none.reason());
        } else {
            checkCause(((Reading.Unreadable) part).cause());
        }
    }

    private static void checkCause(String cause) {
        assertThat(cause).isNotBlank().doesNotContainPattern("\\p{Cntrl}");
        assertThat(cause.length()).as("length of a cause").isLessThanOrEqualTo(LONGEST_CAUSE);
    }
}
