package io.portolan.documents;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Markdown document, as far as the tests read one.
 *
 * @param file relative to the root of the tree
 * @param text the whole document
 */
record Markdown(Path file, String text) {
    private static final Pattern FENCE = Pattern.compile("(?ms)^ *```.*?\\n(.*?)^ *```\\s*?$");
    private static final Pattern SPAN = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern LINK = Pattern.compile("\\[[^]\\[]*]\\(([^)\\s]+)(?:\\s+\"[^\"]*\")?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *#*$");

    /** The targets of all links and pictures, outside of code. */
    List<String> links() {
        String prose = SPAN.matcher(withoutBlocks()).replaceAll("");
        return LINK.matcher(prose).results().map(link -> link.group(1)).toList();
    }

    /** What stands in single backticks. */
    List<String> spans() {
        return SPAN.matcher(withoutBlocks())
                .results()
                .map(span -> span.group(1))
                .toList();
    }

    /** The lines of all fenced blocks, one that ends in a backslash joined with the next. */
    List<String> blockLines() {
        return FENCE.matcher(text)
                .results()
                .flatMap(block -> block.group(1).replaceAll("\\\\\\n\\s*", " ").lines())
                .toList();
    }

    /** The anchors of the headings as GitHub makes them: a repeated one gets a number. */
    List<String> anchors() {
        Map<String, Integer> seen = new HashMap<>();
        List<String> anchors = new ArrayList<>();
        for (MatchResult heading : HEADING.matcher(withoutBlocks()).results().toList()) {
            String anchor = anchor(heading.group(1));
            int before = seen.merge(anchor, 1, Integer::sum) - 1;
            anchors.add(before == 0 ? anchor : anchor + "-" + before);
        }
        return anchors;
    }

    /** All places where a command may stand. */
    Stream<String> code() {
        return Stream.concat(blockLines().stream(), spans().stream());
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    private String withoutBlocks() {
        return FENCE.matcher(text).replaceAll("");
    }
}
