package io.portolan.app.log;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Input that tells how much of it was read; what is read again after a reset counts once. */
final class CountedInput extends FilterInputStream {
    private final LongConsumer counter;
    private long sinceMark;

    CountedInput(InputStream in, LongConsumer counter) {
        super(in);
        this.counter = counter;
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int size = in.read(target, offset, length);
        count(Math.max(size, 0));
        return size;
    }

    @Override
    public synchronized void mark(int limit) {
        in.mark(limit);
        sinceMark = 0;
    }

    @Override
    public synchronized void reset() throws IOException {
        in.reset();
        counter.accept(-sinceMark);
        sinceMark = 0;
    }

    private void count(long bytes) {
        sinceMark += bytes;
        counter.accept(bytes);
    }
}
