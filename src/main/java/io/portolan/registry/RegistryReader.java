package io.portolan.registry;

import io.portolan.schema.Origin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads a port registry in either form that IANA publishes, CSV or XML; which one it is, its first character tells. */
public final class RegistryReader {

    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

    private RegistryReader() {}

    /**
     * Reads a registry to its end. A row that cannot be read is reported and skipped; the rest loads.
     *
     * @param origin whose registry it is, written into every entry
     * @throws NotARegistryException if it is no registry, or XML that is broken; names the cause and the place
     * @throws IOException if the stream cannot be read
     */
    public static ParsedRegistry read(InputStream in, Origin origin) throws IOException {
        byte[] bytes = in.readAllBytes();
        InputStream content = new ByteArrayInputStream(bytes);
        return isXml(bytes) ? RegistryXml.read(content, origin) : RegistryCsv.read(content, origin);
    }

    /** No CSV has a column that begins with an angle bracket, and XML has nothing else at its start. */
    private static boolean isXml(byte[] bytes) {
        int i = hasByteOrderMark(bytes) ? BYTE_ORDER_MARK.length : 0;
        while (i < bytes.length && Character.isWhitespace(bytes[i])) {
            i++;
        }
        return i < bytes.length && bytes[i] == '<';
    }

    private static boolean hasByteOrderMark(byte[] bytes) {
        for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xff) != BYTE_ORDER_MARK[i]) {
                return false;
            }
        }
        return true;
    }
}
