package io.portolan.flow.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Records made to hurt a parser, by what is bad about them. As texts, one character stands for one byte. */
final class HostileRecords {
    private static final int LARGE = 1 << 19;
    private static final int MIDDLE = 1 << 16;
    private static final int LONG = 60_000;
    private static final int MOST_TOKENS = 3;

    /** A number, a name or another word of a record, of whatever format. */
    private static final Pattern TOKEN = Pattern.compile("[^\\s\",:;{}\\[\\]()=|]+");

    private static final List<String> INSTEAD = List.of(
            "",
            "-1",
            "70000",
            "1e999999999",
            "1e-999999999",
            "1.0000000000000000000000000001",
            "99999999999999999999999999",
            "9223372036854775807",
            "-9223372036854775808",
            "9".repeat(LONG),
            "NaN",
            "0x10",
            "null",
            "{}",
            "[]",
            "\0",
            "\u00c0\u0080",
            "\u00ed\u00a0\u0080",
            "\u00ff\u00fe",
            "\\u0000\\ud800",
            "\u00e2\u0080\u00ae",
            "x".repeat(LONG),
            "\u00ff".repeat(LONG),
            "[".repeat(LONG),
            "{\"a\":".repeat(LONG),
            "\"");

    private HostileRecords() {}

    /** Records of no format. */
    static Map<String, byte[]> shapes() {
        Map<String, String> shapes = new TreeMap<>();
        Stream.of(
                        "[",
                        "{",
                        "{\"a\":",
                        "{\"a\":[",
                        "{}",
                        "{}\n",
                        "[]",
                        "[],",
                        "1 ",
                        "{\"a\":1}",
                        "a\n",
                        "\n",
                        "\t",
                        " ",
                        "#",
                        "#\n",
                        "#a\n",
                        ",")
                .forEach(part -> shapes.put("many " + printable(part), many(part, LARGE)));
        Stream.of("a", "\0", "\u00ff", "\u00e2\u0082", "9", "-", ".", ":", "\"", "\\", "\r")
                .forEach(part -> shapes.put("many " + printable(part), many(part, LARGE)));
        shapes.put("empty", "");
        shapes.put("byte order mark only", "\u00ef\u00bb\u00bf");
        shapes.put("unterminated string", "{\"" + many("a", LARGE));
        shapes.put("unterminated value", "{\"a\":\"" + many("a", LARGE));
        shapes.put("array of empty objects", "[" + many("{},", LARGE) + "{}]");
        shapes.put("object with one key again and again", "{" + many("\"a\":1,", LARGE) + "\"a\":1}");
        shapes.put("object with many long keys", "{" + many("\"" + "k".repeat(LONG / 4) + "\":1,", LARGE) + "\"a\":1}");
        shapes.put("escapes", "{\"a\":\"" + many("\\u00e9", LARGE) + "\"}");
        Map<String, byte[]> records = bytes(shapes);
        records.put("compressed zeros", Gzip.compressed(new byte[LARGE]));
        records.put("compressed short lines", Gzip.compressed(records.get("many a<0a>")));
        records.put("compressed bomb", Gzip.compressed(new byte[64 * LARGE]));
        return records;
    }

    /** What can be made of a sound record. */
    static Map<String, byte[]> of(byte[] sound, Random random) {
        String text = new String(sound, StandardCharsets.ISO_8859_1);
        Map<String, String> made = new TreeMap<>();
        made.put("with a byte order mark", "\u00ef\u00bb\u00bf" + text);
        made.put("twice", text + text);
        made.put("again and again", many(text, MIDDLE));
        made.put("as lines", many(text + "\n", MIDDLE));
        made.put("as an array", "[" + many(text + ",", MIDDLE) + text + "]");
        made.put("within an array within an array", "[[" + text + "]]");
        made.put("after half of itself", text.substring(0, text.length() / 2) + text);
        made.put("before much that is none", text + "\n" + many("{}\n", MIDDLE));
        made.put("before many short lines", text + "\n" + many("a\n", MIDDLE));
        made.put("padded", many(" ", MIDDLE) + text + many(" ", MIDDLE));
        made.putAll(withTokensReplaced(text, random));
        made.putAll(withColumns(text));
        Map<String, byte[]> records = bytes(made);
        records.put("compressed", Gzip.compressed(sound));
        records.put("cut and compressed", Gzip.compressed(Arrays.copyOf(sound, sound.length / 2)));
        records.put("compressed again and again", Gzip.compressed(records.get("again and again")));
        records.put("compressed before many short lines", Gzip.compressed(records.get("before many short lines")));
        return records;
    }

    private static Map<String, String> withTokensReplaced(String text, Random random) {
        Map<String, String> made = new TreeMap<>();
        List<MatchResult> tokens = new ArrayList<>(TOKEN.matcher(text).results().toList());
        Collections.shuffle(tokens, random);
        for (MatchResult token : tokens.subList(0, Math.min(tokens.size(), MOST_TOKENS))) {
            for (String instead : INSTEAD) {
                made.put(
                        "%s at %d instead of %s".formatted(printable(instead), token.start(), token.group()),
                        text.substring(0, token.start()) + instead + text.substring(token.end()));
            }
        }
        return made;
    }

    /** A header whose last line names many more columns with long names, and many short lines that have them all. */
    private static Map<String, String> withColumns(String text) {
        int line = text.stripTrailing().lastIndexOf('\n') + 1;
        if (line == 0) {
            return Map.of();
        }
        String header = text.substring(0, line - 1);
        return Stream.of("\t", " ", ",", ";", "|")
                .collect(Collectors.toMap(
                        separator -> "many columns separated by " + printable(separator),
                        separator -> header + (separator + "n".repeat(2_000)).repeat(90) + "\n"
                                + many(
                                        text.substring(line).stripTrailing() + (separator + "v").repeat(90) + "\n",
                                        MIDDLE)));
    }

    private static String many(String part, int length) {
        return part.repeat(Math.max(length / Math.max(part.length(), 1), 1));
    }

    private static String printable(String text) {
        String start = text.length() > 30 ? text.length() + " times " + text.substring(0, 10) : text;
        return start.codePoints()
                .mapToObj(c -> c > ' ' && c < 0x7f ? Character.toString(c) : "<%02x>".formatted(c))
                .collect(Collectors.joining());
    }

    private static Map<String, byte[]> bytes(Map<String, String> texts) {
        Map<String, byte[]> records = new TreeMap<>();
        texts.forEach((name, text) -> records.put(name, text.getBytes(StandardCharsets.ISO_8859_1)));
        return records;
    }
}
