package io.portolan.judge.sigma;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The modifiers behind the name of a field. Source: Sigma Modifiers, version 2.1.
 *
 * @param operator how values are compared
 * @param negated whether the field has to differ from all of them ({@code neq})
 * @param all whether all values have to match, and not any
 * @param cased whether case counts
 * @param flags of a regular expression
 */
record Modifiers(Operator operator, boolean negated, boolean all, boolean cased, int flags) {

    /** The modifiers; empty, with a fault told, if they do not go together. */
    static Optional<Modifiers> read(List<String> words, int line, String key, Faults faults) {
        try {
            return Optional.of(parse(words));
        } catch (IllegalArgumentException e) {
            faults.add(line, key + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Modifiers parse(List<String> words) {
        Operator operator = Operator.EQUALS;
        int flags = 0;
        List<String> rest = new ArrayList<>();
        for (String word : words) {
            Optional<Operator> next = Operator.of(word);
            if (next.isPresent()) {
                if (operator != Operator.EQUALS) {
                    throw new IllegalArgumentException(
                            "modifiers " + operator.text() + " and " + word + " do not go together");
                }
                operator = next.get();
            } else if (operator == Operator.RE && flag(word) != 0) {
                flags |= flag(word);
            } else {
                rest.add(word);
            }
        }
        return of(operator, flags, rest);
    }

    private static Modifiers of(Operator operator, int flags, List<String> words) {
        for (String word : words) {
            if (!List.of("neq", "all", "cased").contains(word)) {
                throw new IllegalArgumentException(
                        "modifier \"" + word + "\" is not supported; supported are: " + Operator.known());
            }
        }
        boolean negated = words.contains("neq");
        boolean all = words.contains("all");
        boolean cased = words.contains("cased");
        refuse(negated && operator != Operator.EQUALS && operator != Operator.FIELDREF, "neq", operator);
        refuse(all && (operator.isOrder() || operator == Operator.EXISTS || negated), "all", operator);
        refuse(cased && !operator.isText() && operator != Operator.FIELDREF, "cased", operator);
        return new Modifiers(operator, negated, all, cased, flags);
    }

    private static void refuse(boolean wrong, String modifier, Operator operator) {
        if (wrong) {
            throw new IllegalArgumentException("modifier " + modifier + " does not go with "
                    + (operator == Operator.EQUALS ? "neq" : operator.text()));
        }
    }

    private static int flag(String word) {
        return switch (word) {
            case "i" -> Pattern.CASE_INSENSITIVE;
            case "m" -> Pattern.MULTILINE;
            case "s" -> Pattern.DOTALL;
            default -> 0;
        };
    }
}
