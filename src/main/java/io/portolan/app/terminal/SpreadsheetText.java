package io.portolan.app.terminal;

/** Text as it may stand in a file that a spreadsheet opens. */
public final class SpreadsheetText {
    private static final String FORMULA_STARTS = "=+-@\t";

    private SpreadsheetText() {}

    /** What a spreadsheet would take for a formula gets an apostrophe in front; control characters become question marks. */
    public static String cell(String value) {
        boolean formula = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
        return Printable.text(formula ? "'" + value : value);
    }
}
