package io.portolan.app.log;

import java.io.FilterInputStream;
import java.io.Flushable;
import java.io.IOException;
import java.io.InputStream;

/** Input that flushes the output before it waits for more. */
final class LiveInput extends FilterInputStream {
    private final Flushable output;

    LiveInput(InputStream in, Flushable output) {
        super(in);
        this.output = output;
    }

    @Override
    public int read() throws IOException {
        flushBeforeWaiting();
        return in.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        flushBeforeWaiting();
        return in.read(target, offset, length);
    }

    private void flushBeforeWaiting() throws IOException {
        if (in.available() == 0) {
            output.flush();
        }
    }
}
