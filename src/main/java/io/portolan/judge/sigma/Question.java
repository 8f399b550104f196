package io.portolan.judge.sigma;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a detection item asks of its field. A field that is missing answers only to {@code exists} and null. */
sealed interface Question {
    /** The answer for a value of the field. */
    Truth ask(FieldValue value, Sighting sighting);

    /** Whether the field is there. */
    record Exists(boolean wanted) implements Question {
        @Override
        public Truth ask(FieldValue value, Sighting sighting) {
            return value == FieldValue.Absent.OPEN
                    ? Truth.OPEN
                    : Truth.of((value != FieldValue.Absent.MISSING) == wanted);
        }
    }

    /** Whether the field is what another field is. */
    record SameAs(SigmaField other, boolean negated, boolean cased) implements Question {
        @Override
        public Truth ask(FieldValue value, Sighting sighting) {
            FieldValue second = other.value(sighting);
            if (value == FieldValue.Absent.MISSING || second == FieldValue.Absent.MISSING) {
                return Truth.UNKNOWN;
            }
            if (value == FieldValue.Absent.OPEN || second == FieldValue.Absent.OPEN) {
                return Truth.OPEN;
            }
            Set<String> texts = folded(value);
            return Truth.of(folded(second).stream().anyMatch(texts::contains) != negated);
        }

        private Set<String> folded(FieldValue value) {
            return value.asTexts().stream()
                    .map(text -> cased ? text : text.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
        }
    }

    /**
     * Whether the field's value passes tests.
     *
     * @param all whether it has to pass all of them, and not any
     * @param negated whether it must not
     * @param orMissing whether it may be missing as well
     */
    record Values(List<ValueTest> tests, boolean all, boolean negated, boolean orMissing) implements Question {
        public Values {
            tests = List.copyOf(tests);
        }

        @Override
        public Truth ask(FieldValue value, Sighting sighting) {
            if (value == FieldValue.Absent.OPEN) {
                return Truth.OPEN;
            }
            if (value == FieldValue.Absent.MISSING) {
                return orMissing ? Truth.TRUE : Truth.UNKNOWN;
            }
            return Truth.of(ValueTest.matches(tests, all, value) != negated);
        }
    }
}
