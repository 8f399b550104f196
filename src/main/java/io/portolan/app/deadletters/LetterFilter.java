package io.portolan.app.deadletters;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which dead letters are meant.
 *
 * @param ids these only; empty for all
 * @param cause those whose cause, or whose fault as it is listed, has this text in it, in upper or lower case; empty
 *     for all
 * @param topic those whose record came from this topic; empty for all
 */
public record LetterFilter(Set<LetterId> ids, String cause, String topic) implements Predicate<Letter> {
    public LetterFilter {
        ids = Set.copyOf(ids);
    }

    @Override
    public boolean test(Letter letter) {
        return (ids.isEmpty() || ids.contains(letter.id()))
                && (isIn(letter.cause()) || isIn(letter.fault()))
                && (topic.isEmpty()
                        || letter.source()
                                .filter(source -> source.topic().equals(topic))
                                .isPresent());
    }

    private boolean isIn(String text) {
        return text.toLowerCase(Locale.ROOT).contains(cause.toLowerCase(Locale.ROOT));
    }
}
