package io.portolan.app.command;

import io.portolan.app.registry.LoadedRegistry;
import io.portolan.app.terminal.Printable;
import java.io.PrintWriter;
import java.util.List;

/** Tells what of a source could not be read; a broken file does not flood the terminal. */
final class Skipped {
    private static final int SHOWN = 20;

    private Skipped() {}

    static void print(PrintWriter err, LoadedRegistry source) {
        List<String> rows = source.malformed();
        rows.stream().limit(SHOWN).forEach(row -> err.println("portolan: skipped " + Printable.line(row)));
        if (rows.size() > SHOWN) {
            err.printf("portolan: skipped %,d more%n", rows.size() - SHOWN);
        }
        err.flush();
    }
}
