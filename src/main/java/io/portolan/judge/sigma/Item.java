package io.portolan.judge.sigma;

/**
 * One line of a selection: a field and what is asked of it.
 *
 * @param text as it stands in the rule, on one line
 */
record Item(String text, SigmaField field, Question question) {
    Truth evaluate(Sighting sighting) {
        return question.ask(field.value(sighting), sighting);
    }
}
