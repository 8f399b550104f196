package io.portolan.app.log;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Input that is read in small steps, so that the place up to which it was read is that of the last record or near it.
 * It never says that more is available: a buffer above would go on reading, and what it has would be lost when that
 * fails, as it does where a compressed file is cut.
 */
final class SteppedInput extends FilterInputStream {
    private static final int STEP = 1 << 12;

    SteppedInput(InputStream in) {
        super(in);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return in.read(target, offset, Math.min(length, STEP));
    }

    @Override
    public int available() {
        return 0;
    }
}
