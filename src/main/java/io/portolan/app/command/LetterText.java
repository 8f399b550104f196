package io.portolan.app.command;

import io.portolan.app.terminal.Printable;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** One dead letter as a whole: its headers, its key and its value, as text if it is text and else as bytes. */
final class LetterText {
    /** A record may have a million bytes; what is wrong shows before that. */
    private static final int SHOWN = 16_384;

    /** And so much of a key or a header. */
    private static final int SHOWN_IN_LINE = 1_024;

    private static final int BYTES_A_LINE = 16;

    private LetterText() {}

    static void print(ConsumerRecord<byte[], byte[]> letter, PrintWriter out) {
        out.println("letter     " + letter.partition() + ':' + letter.offset() + " of topic " + letter.topic());
        out.println("written    " + Instant.ofEpochMilli(letter.timestamp()));
        for (Header header : letter.headers()) {
            out.println("header     " + Printable.text(header.key()) + " = " + inLine(header.value()));
        }
        out.println("key        " + inLine(letter.key()));
        byte[] value = letter.value();
        if (value == null) {
            out.println("value      none");
            return;
        }
        out.println("value      " + value.length + " bytes" + (value.length > SHOWN ? ", the first " + SHOWN : ""));
        // Cut as a text, if it is one: bytes may be cut within a character.
        text(value)
                .ifPresentOrElse(
                        text -> printLines(start(text, SHOWN), out), () -> printBytes(start(value, SHOWN), out));
    }

    private static void printLines(String text, PrintWriter out) {
        text.lines().forEach(line -> out.println(Printable.text(line)));
    }

    private static void printBytes(byte[] bytes, PrintWriter out) {
        HexFormat hex = HexFormat.ofDelimiter(" ");
        for (int at = 0; at < bytes.length; at += BYTES_A_LINE) {
            int end = Math.min(at + BYTES_A_LINE, bytes.length);
            String ascii = new String(bytes, at, end - at, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", ".");
            out.printf("%08x  %-47s  %s%n", at, hex.formatHex(bytes, at, end), ascii);
        }
    }

    private static String inLine(byte @Nullable [] bytes) {
        if (bytes == null) {
            return "none";
        }
        return text(bytes)
                        .map(text -> Printable.line(start(text, SHOWN_IN_LINE)))
                        .orElseGet(() -> "0x" + HexFormat.of().formatHex(start(bytes, SHOWN_IN_LINE)))
                + (bytes.length > SHOWN_IN_LINE ? " ... (" + bytes.length + " bytes)" : "");
    }

    private static String start(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }

    private static byte[] start(byte[] bytes, int most) {
        return bytes.length > most ? Arrays.copyOf(bytes, most) : bytes;
    }

    /** The text that bytes are, if they are UTF-8 without control characters other than white space. */
    private static Optional<String> text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            boolean plain = text.chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\r' || c == '\t');
            return plain ? Optional.of(text.replace('\t', ' ')) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
