package io.portolan.judge.sigma;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.portolan.flow.Addresses;
import io.portolan.registry.PortKey;
import java.util.List;
import java.util.Locale;

/** Makes tests of the values of one detection item, and refuses values that no flow could ever have. */
final class ValueTests {
    private static final List<String> FLAGS = List.of("true", "false");

    private final SigmaField field;
    private final Modifiers modifiers;

    ValueTests(SigmaField field, Modifiers modifiers) {
        this.field = field;
        this.modifiers = modifiers;
    }

    /**
     * The test for one value.
     *
     * @throws IllegalArgumentException if the field cannot have such a value; names the cause
     */
    ValueTest of(Yaml.Scalar value) {
        String text = value.text();
        return switch (modifiers.operator()) {
            case RE -> regex(text);
            case CIDR -> cidr(text);
            case LT, LTE, GT, GTE -> order(text);
            case CONTAINS -> pattern(text, true, true);
            case STARTSWITH -> pattern(text, false, true);
            case ENDSWITH -> pattern(text, true, false);
            default -> equal(text);
        };
    }

    private ValueTest equal(String text) {
        if (!Wildcards.hasAny(text)) {
            switch (field.kind()) {
                case PORT, NUMBER -> {
                    return new ValueTest.NumberTest(Operator.EQUALS, number(text));
                }
                case ADDRESS -> {
                    return new ValueTest.TextTest(address(text));
                }
                case SYMBOL -> checkChoice(text, field.choices());
                case FLAG -> checkChoice(text, FLAGS);
                case TEXT -> {}
            }
        }
        return pattern(text, false, false);
    }

    private ValueTest pattern(String text, boolean openStart, boolean openEnd) {
        return new ValueTest.TextTest(Wildcards.of(text, openStart, openEnd, modifiers.cased()));
    }

    private ValueTest regex(String text) {
        try {
            Pattern pattern = Pattern.compile(text, modifiers.flags());
            return new ValueTest.TextTest(value -> pattern.matcher(value).find());
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no regular expression of RE2, which has neither look-around nor back"
                            + " references: " + e.getDescription(),
                    e);
        }
    }

    private ValueTest cidr(String text) {
        require(field.kind() == FieldKind.ADDRESS, "is no IP address");
        return new ValueTest.TextTest(Network.parse(text));
    }

    private ValueTest order(String text) {
        require(field.kind().isNumeric(), "is no number");
        return new ValueTest.NumberTest(modifiers.operator(), number(text));
    }

    private void require(boolean suits, String otherwise) {
        if (!suits) {
            throw new IllegalArgumentException("the field " + otherwise + ", so modifier "
                    + modifiers.operator().text() + " cannot be used");
        }
    }

    private Network address(String text) {
        if (!Addresses.isAddress(text)) {
            throw new IllegalArgumentException("\"" + text + "\" is no IP address"
                    + (text.indexOf('/') > 0 ? "; for a network write " + field.name() + "|cidr" : ""));
        }
        return Network.parse(text);
    }

    private double number(String text) {
        double number;
        try {
            number = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no number", e);
        }
        if (field.kind() == FieldKind.PORT
                && (number != Math.rint(number) || number < 0 || number > PortKey.MAX_PORT)) {
            throw new IllegalArgumentException(text + " is no port, 0-" + PortKey.MAX_PORT);
        }
        return number;
    }

    private static void checkChoice(String text, List<String> choices) {
        if (choices.stream().noneMatch(text::equalsIgnoreCase)) {
            throw new IllegalArgumentException("\"" + text + "\" is never its value; values are: "
                    + String.join(", ", choices).toLowerCase(Locale.ROOT));
        }
    }
}
