package io.portolan.judge.sigma;

import java.util.List;

/** How the selections of a detection are joined. */
sealed interface Condition {
    Truth evaluate(Sighting sighting);

    /** A selection by its name. */
    record Selected(Selection selection) implements Condition {
        @Override
        public Truth evaluate(Sighting sighting) {
            return selection.evaluate(sighting);
        }
    }

    /** All of them. */
    record And(List<Condition> parts) implements Condition {
        public And {
            parts = List.copyOf(parts);
        }

        @Override
        public Truth evaluate(Sighting sighting) {
            return Truth.all(parts, part -> part.evaluate(sighting));
        }
    }

    /** Any of them. */
    record Or(List<Condition> parts) implements Condition {
        public Or {
            parts = List.copyOf(parts);
        }

        @Override
        public Truth evaluate(Sighting sighting) {
            return Truth.any(parts, part -> part.evaluate(sighting));
        }
    }

    /** Not it. */
    record Not(Condition part) implements Condition {
        @Override
        public Truth evaluate(Sighting sighting) {
            return part.evaluate(sighting).not();
        }
    }
}
