package io.portolan.judge.sigma;

/** What kind of value a field has. */
public enum FieldKind {
    TEXT("text"),
    SYMBOL("one of"),
    ADDRESS("IP address"),
    PORT("port"),
    NUMBER("number"),
    FLAG("true or false");

    private final String text;

    FieldKind(String text) {
        this.text = text;
    }

    /** In words, for the docs. */
    public String text() {
        return text;
    }

    boolean isNumeric() {
        return this == PORT || this == NUMBER;
    }
}
