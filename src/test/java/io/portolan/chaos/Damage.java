package io.portolan.chaos;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Makes bad records, or odd ones that are still good, of sound ones: the same from the same seed. */
final class Damage {
    private static final int MOST_STEPS = 3;
    private static final List<byte[]> WORDS = List.of(
                    "",
                    "-1",
                    "70000",
                    "1e99",
                    "99999999999999999999",
                    "null",
                    "{}",
                    "[]",
                    "\"",
                    "\n",
                    "NaN",
                    "253402300799",
                    "-62135596800",
                    "0",
                    "\\ud800",
                    "\u0000",
                    ",",
                    ":",
                    "}",
                    "]")
            .stream()
            .map(word -> word.getBytes(StandardCharsets.UTF_8))
            .toList();

    private final SplittableRandom random;

    Damage(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** One made of one or two of these. */
    byte[] of(List<byte[]> sound) {
        byte[] record = sound.get(random.nextInt(sound.size()));
        int steps = random.nextInt(MOST_STEPS + 1);
        for (int i = 0; i < steps && record.length > 0; i++) {
            record = step(record, sound);
        }
        return record;
    }

    private byte[] step(byte[] record, List<byte[]> sound) {
        int at = random.nextInt(record.length);
        int end = Math.min(record.length, at + 1 + random.nextInt(16));
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(record, at);
            case 1 -> flipped(record, at);
            case 2 -> join(record, at, end, WORDS.get(random.nextInt(WORDS.size())));
            case 3 -> join(record, at, end, new byte[0]);
            case 4 -> join(record, end, end, Arrays.copyOfRange(record, at, end));
            case 5 -> join(record, at, at, noise());
            case 6 -> withDigits(record);
            default -> spliced(record, at, sound.get(random.nextInt(sound.size())));
        };
    }

    private byte[] flipped(byte[] record, int at) {
        byte[] copy = record.clone();
        copy[at] ^= (byte) (1 << random.nextInt(8));
        return copy;
    }

    /** Other numbers where there are some, so that what is well formed and wrong comes often enough. */
    private byte[] withDigits(byte[] record) {
        byte[] copy = record.clone();
        for (int i = 0; i < copy.length; i++) {
            if (copy[i] >= '0' && copy[i] <= '9' && random.nextInt(20) == 0) {
                copy[i] = (byte) ('0' + random.nextInt(10));
            }
        }
        return copy;
    }

    private byte[] noise() {
        byte[] bytes = new byte[1 + random.nextInt(8)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] spliced(byte[] record, int at, byte[] other) {
        int from = Math.min(at, other.length);
        return join(record, at, record.length, Arrays.copyOfRange(other, from, other.length));
    }

    private static byte[] join(byte[] record, int from, int to, byte[] instead) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream(record.length + instead.length);
        joined.write(record, 0, from);
        joined.writeBytes(instead);
        joined.write(record, to, record.length - to);
        return joined.toByteArray();
    }
}
