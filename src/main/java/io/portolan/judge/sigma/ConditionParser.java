package io.portolan.judge.sigma;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads conditions: {@code or} binds least, then {@code and}, {@code not}, {@code x of}, and parentheses. */
final class ConditionParser {
    private static final Pattern TOKEN = Pattern.compile("\\s*([()]|[^\\s()]+)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_*.-]+");
    private static final String SUPPORTED =
            "; supported are: and, or, not, (), 1 of NAME*, all of NAME*, 1 of them," + " all of them";

    /** Deeper conditions were made by no person. */
    private static final int DEEPEST = 100;

    private final Map<String, Selection> selections;
    private final List<String> tokens = new ArrayList<>();
    private int next;
    private int depth;

    private ConditionParser(String text, Map<String, Selection> selections) {
        this.selections = selections;
        Matcher matcher = TOKEN.matcher(text.strip());
        while (matcher.find()) {
            tokens.add(matcher.group(1));
        }
    }

    /**
     * The condition.
     *
     * @throws IllegalArgumentException if it is none; names the cause
     */
    static Condition parse(String text, Map<String, Selection> selections) {
        ConditionParser parser = new ConditionParser(text, selections);
        Condition condition = parser.or();
        if (parser.next < parser.tokens.size()) {
            throw new IllegalArgumentException(
                    "\"" + parser.tokens.get(parser.next) + "\" is not expected" + SUPPORTED);
        }
        return condition;
    }

    private Condition or() {
        List<Condition> parts = new ArrayList<>(List.of(and()));
        while (accept("or")) {
            parts.add(and());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.Or(parts);
    }

    private Condition and() {
        List<Condition> parts = new ArrayList<>(List.of(not()));
        while (accept("and")) {
            parts.add(not());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.And(parts);
    }

    private Condition not() {
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException("more than " + DEEPEST + " parts within each other");
        }
        Condition part = accept("not") ? new Condition.Not(not()) : term();
        depth--;
        return part;
    }

    private Condition term() {
        if (accept("(")) {
            Condition inner = or();
            if (!accept(")")) {
                throw new IllegalArgumentException("a closing parenthesis is missing");
            }
            return inner;
        }
        String word = word();
        boolean quantified = next < tokens.size() && tokens.get(next).equalsIgnoreCase("of");
        if (!quantified) {
            return selected(word);
        }
        next++;
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "1" -> new Condition.Or(matching(word()));
            case "all" -> new Condition.And(matching(word()));
            default -> throw new IllegalArgumentException("\"" + word + " of\" is not supported" + SUPPORTED);
        };
    }

    private Condition selected(String name) {
        Selection selection = selections.get(name);
        if (selection == null) {
            throw new IllegalArgumentException("there is no \"" + name + "\""
                    + Nearest.to(name, selections.keySet())
                            .map(other -> "; did you mean " + other + "?")
                            .orElse("; there are: " + String.join(", ", selections.keySet())));
        }
        return new Condition.Selected(selection);
    }

    /** The selections of a pattern; {@code them} leaves out those that begin with an underscore. */
    private List<Condition> matching(String pattern) {
        boolean them = pattern.equalsIgnoreCase("them");
        Wildcards names = Wildcards.of(them ? "*" : pattern, false, false, true);
        List<Condition> some = selections.values().stream()
                .filter(selection -> !them || !selection.name().startsWith("_"))
                .filter(selection -> names.test(selection.name()))
                .<Condition>map(Condition.Selected::new)
                .toList();
        if (some.isEmpty()) {
            throw new IllegalArgumentException(
                    "no selection is called \"" + pattern + "\"; there are: " + String.join(", ", selections.keySet()));
        }
        return some;
    }

    private boolean accept(String keyword) {
        boolean there = next < tokens.size() && tokens.get(next).equalsIgnoreCase(keyword);
        if (there) {
            next++;
        }
        return there;
    }

    private String word() {
        if (next == tokens.size()) {
            throw new IllegalArgumentException("ends too early" + SUPPORTED);
        }
        String word = tokens.get(next++);
        if (!NAME.matcher(word).matches()) {
            throw new IllegalArgumentException("\"" + word + "\" is not supported" + SUPPORTED);
        }
        return word;
    }
}
