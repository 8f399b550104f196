package io.portolan.flow.format;

import io.portolan.flow.FlowFormat;
import java.util.*;

final class Max {
    static String what = "";

    static void note(FlowFormat f, int size, long bytes, long nanos) {
        double perByte = (double) (bytes - (256 << 10)) / Math.max(size, 1);
        if (perByte > 20 || (nanos > 300_000_000L) || (size < 2000 && bytes > (64 << 10))) {
            System.err.printf(
                    "COST %s %.0f B/B, %d bytes, size %d, %d ms: %s%n",
                    f.name(), perByte, bytes, size, nanos / 1000000, what);
        }
    }
}
