package io.portolan.flow.json;

import io.portolan.flow.LogRecords;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The JSON texts of a file as records, where a text can be an envelope around a list that is as long as the file: each
 * item becomes a record in an envelope of its own. What else stands in an envelope is passed over. Objects without the
 * list, and the items of a list without an envelope, are records as they are.
 *
 * <p>How a text is laid out does not matter, with one exception: an object that begins at the start of a line begins a new
 * text if the object before is still open, so that a broken text does not take the next one with it. A text is held up to
 * {@value #LONGEST} bytes and cut there: it is one unreadable record then, and memory stays bounded.
 */
public final class EnvelopeRecords implements LogRecords {
    static final int LONGEST = 16 << 20;

    /** Where the next byte stands. */
    private enum Place {
        TOP,
        LIST,
        ENVELOPE
    }

    private final JsonText text;
    private final byte[] opening;
    private Place place = Place.TOP;

    /**
     * @param list the name of the list within an envelope
     */
    public EnvelopeRecords(InputStream in, String list) {
        this.text = new JsonText(in, list, LONGEST);
        this.opening = ("{\"" + list + "\":[").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<byte[]> next() throws IOException {
        Optional<byte[]> record = Optional.empty();
        while (record.isEmpty()) {
            int first = text.next();
            if (first < 0) {
                break;
            }
            record = place == Place.TOP ? top(first) : item(first);
        }
        return record;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private Optional<byte[]> top(int first) throws IOException {
        return switch (first) {
            case '{' -> object();
            case '[' -> {
                place = Place.LIST;
                yield Optional.empty();
            }
            case ']', '}' -> Optional.empty();
            default -> Optional.of(text.line());
        };
    }

    private Optional<byte[]> object() throws IOException {
        if (text.readObject(true) == JsonText.End.LIST) {
            place = Place.ENVELOPE;
            return Optional.empty();
        }
        return Optional.of(text.taken());
    }

    private Optional<byte[]> item(int first) throws IOException {
        return switch (first) {
            case '{' -> Optional.of(itemObject());
            case ']' -> {
                endList();
                yield Optional.empty();
            }
            default -> Optional.of(text.item());
        };
    }

    private void endList() throws IOException {
        if (place == Place.ENVELOPE) {
            text.skipRest();
        }
        place = Place.TOP;
    }

    private byte[] itemObject() throws IOException {
        boolean enveloped = place == Place.ENVELOPE;
        boolean whole = text.readObject(false) == JsonText.End.CLOSED;
        if (!whole) {
            place = Place.TOP;
        }
        if (!enveloped) {
            return text.taken();
        }
        return text.taken(opening, whole ? "]}" : "");
    }
}
