package io.portolan.judge.sigma;

import java.util.List;
import java.util.function.Predicate;

/** What a rule asks of the value of a field that is there. */
sealed interface ValueTest {
    boolean matches(FieldValue value);

    /** Any of the field's texts has to pass. */
    record TextTest(Predicate<String> pattern) implements ValueTest {
        @Override
        public boolean matches(FieldValue value) {
            return value.asTexts().stream().anyMatch(pattern);
        }
    }

    /** The field's number has to stand in this order to another. */
    record NumberTest(Operator order, double other) implements ValueTest {
        @Override
        public boolean matches(FieldValue value) {
            return value instanceof FieldValue.Numeric known && order.holds(known.number(), other);
        }
    }

    /** Whether any or all of the tests pass. */
    static boolean matches(List<ValueTest> tests, boolean all, FieldValue value) {
        return all
                ? tests.stream().allMatch(test -> test.matches(value))
                : tests.stream().anyMatch(test -> test.matches(value));
    }
}
