package io.portolan.flow.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the names of fields, and which followed which: a source writes them in one order, so that the next one is
 * mostly known before it is read. A name takes the place of another with which it shares one, so that memory stays
 * bounded whatever the records hold.
 */
final class JsonNames {
    private static final int PLACES = 1 << 10;
    private static final int LONGEST = 64;

    private final Name[] names = new Name[PLACES];
    private Name last = new Name("");

    /** The name that followed the one before, if it does so here too, with a comma in front and a colon behind. */
    @Nullable
    String expected(byte[] bytes, int from) {
        Name name = last.next;
        int end = name == null ? 0 : from + name.written.length;
        if (name == null
                || end > bytes.length
                || !Arrays.equals(bytes, from, end, name.written, 0, name.written.length)) {
            return null;
        }
        last = name;
        return name.text;
    }

    /** The name of these bytes in ASCII. */
    String read(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.US_ASCII);
        if (text.length() > LONGEST) {
            return text;
        }
        int hash = text.hashCode();
        int place = (hash ^ (hash >>> 10)) & (PLACES - 1);
        Name name = names[place];
        if (name == null || !name.text.equals(text)) {
            name = new Name(text);
            names[place] = name;
        }
        last.next = name;
        last = name;
        return name.text;
    }

    private static final class Name {
        private final byte[] written;
        private final String text;
        private @Nullable Name next;

        Name(String text) {
            // Fields are looked up by it, and are found sooner if it is the very string of the table.
            this.text = text.intern();
            this.written = (",\"" + text + "\":").getBytes(StandardCharsets.US_ASCII);
        }
    }
}
