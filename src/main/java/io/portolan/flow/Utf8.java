package io.portolan.flow;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Tells whether bytes are UTF-8 (RFC 3629). */
final class Utf8 {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long SIGN_BITS = 0x8080808080808080L;

    private Utf8() {}

    static boolean isValid(byte[] bytes, int offset, int length) {
        // Nearly all strings of a flow are ASCII, which the sign bits of eight bytes at a time tell.
        return isAscii(bytes, offset, offset + length) || decodes(bytes, offset, length);
    }

    private static boolean isAscii(byte[] bytes, int start, int end) {
        long all = 0;
        int i = start;
        for (; i <= end - Long.BYTES; i += Long.BYTES) {
            all |= (long) LONGS.get(bytes, i);
        }
        if (i < end && end - start >= Long.BYTES) {
            // The last eight, some of which were looked at already.
            all |= (long) LONGS.get(bytes, end - Long.BYTES);
        } else {
            for (; i < end; i++) {
                all |= bytes[i];
            }
        }
        return (all & SIGN_BITS) == 0;
    }

    private static boolean decodes(byte[] bytes, int offset, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, offset, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
