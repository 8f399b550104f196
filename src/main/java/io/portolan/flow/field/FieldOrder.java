package io.portolan.flow.field;

import org.jspecify.annotations.Nullable;

/** Finds the fields of names. A source writes them in one order, so that most are found where the record before had them. */
final class FieldOrder {
    private static final int PLACES = 128;

    private final String[] names = new String[PLACES];
    private final FieldScope[] scopes = new FieldScope[PLACES];
    private final @Nullable SourceField[] fields = new SourceField[PLACES];
    private int place;

    /** A new record begins. */
    void rewind() {
        place = 0;
    }

    /** The field of the next name, null if it is that of none. */
    @SuppressWarnings("ReferenceEquality")
    @Nullable
    SourceField next(FieldScope scope, String name) {
        int here = place++ & (PLACES - 1);
        // Names that recur are the same string; one that is not is looked up.
        if (names[here] != name || scopes[here] != scope) {
            fields[here] = scope.field(name);
            names[here] = name;
            scopes[here] = scope;
        }
        return fields[here];
    }
}
