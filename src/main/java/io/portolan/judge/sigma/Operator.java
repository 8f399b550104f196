package io.portolan.judge.sigma;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a field is compared with what a rule says. All but EQUALS are modifiers of Sigma. */
enum Operator {
    EQUALS,
    CONTAINS,
    STARTSWITH,
    ENDSWITH,
    RE,
    CIDR,
    LT,
    LTE,
    GT,
    GTE,
    EXISTS,
    FIELDREF;

    static Optional<Operator> of(String modifier) {
        return Arrays.stream(values())
                .filter(operator -> operator != EQUALS && operator.text().equals(modifier))
                .findFirst();
    }

    /** All modifiers, also those that change an operator, for messages. */
    static String known() {
        return Arrays.stream(values()).skip(1).map(Operator::text).collect(Collectors.joining(", "))
                + ", neq, all, cased, and after re: i, m, s";
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isOrder() {
        return this == LT || this == LTE || this == GT || this == GTE;
    }

    boolean isText() {
        return this == EQUALS || this == CONTAINS || this == STARTSWITH || this == ENDSWITH;
    }

    /** Whether the order of two numbers is the one that this operator asks for. */
    boolean holds(double left, double right) {
        return switch (this) {
            case LT -> left < right;
            case LTE -> left <= right;
            case GT -> left > right;
            case GTE -> left >= right;
            default -> left == right;
        };
    }
}
