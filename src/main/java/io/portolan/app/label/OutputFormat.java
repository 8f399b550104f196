package io.portolan.app.label;

import java.io.IOException;
import java.io.Writer;

/** The forms in which labelled flows can be printed. */
public enum OutputFormat {
    JSON,
    TABLE,
    CSV;

    /** A printer of this form; the header, where it has one, is written at once. */
    public FlowPrinter printer(Writer out) throws IOException {
        return switch (this) {
            case JSON -> new JsonPrinter(out);
            case TABLE -> new TablePrinter(out);
            case CSV -> new CsvPrinter(out);
        };
    }

    @Override
    public String toString() {
        return switch (this) {
            case JSON -> "json";
            case TABLE -> "table";
            case CSV -> "csv";
        };
    }
}
