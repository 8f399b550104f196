package io.portolan.judge.sigma;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the word that was meant. */
final class Nearest {
    private static final int LETTERS_PER_MISTAKE = 3;

    private Nearest() {}

    /** The word that resembles the given one most, if any differs in no more than a third of its letters. */
    static Optional<String> to(String word, Collection<String> words) {
        LevenshteinDistance distance = new LevenshteinDistance(Math.max(1, word.length() / LETTERS_PER_MISTAKE));
        return words.stream()
                .filter(other -> distance(distance, word, other) >= 0)
                .min(Comparator.comparing((String other) -> distance(distance, word, other))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int distance(LevenshteinDistance distance, String word, String other) {
        return distance.apply(word.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
    }
}
