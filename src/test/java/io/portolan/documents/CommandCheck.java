package io.portolan.documents;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Compares a line of a document that starts {@code ./portolan} with the commands and options that there are.
 *
 * @param root the command that the launcher runs
 */
record CommandCheck(CommandSpec root) {
    private static final Pattern CALL = Pattern.compile("(?:^|[\\s;&|(])\\./portolan(?=\\s|$)([^|;&#)]*)");
    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|'[^']*'|\\S+");

    /** Each line that names a command or an option that does not exist, with the reason. */
    static List<String> problems(CommandSpec root, List<Markdown> documents) {
        CommandCheck check = new CommandCheck(root);
        return documents.stream()
                .flatMap(document -> document.code()
                        .flatMap(line -> check.problem(line).stream())
                        .map(problem -> document.file() + ": " + problem))
                .toList();
    }

    /** What is wrong with a line; empty for one that is right or is no call of the launcher. */
    Optional<String> problem(String line) {
        Matcher call = CALL.matcher(line);
        if (!call.find()) {
            return Optional.empty();
        }
        Deque<String> words = new ArrayDeque<>();
        WORD.matcher(call.group(1)).results().forEach(word -> words.add(word.group()));
        return problem(root, words).map(reason -> reason + " in: " + line.strip());
    }

    private static Optional<String> problem(CommandSpec root, Deque<String> words) {
        CommandSpec command = root;
        while (!words.isEmpty()) {
            String word = words.remove();
            if (word.startsWith("-") && word.length() > 1) {
                OptionSpec option = command.findOption(word.replaceFirst("=.*", ""));
                if (option == null) {
                    return Optional.of("'%s' has no option %s".formatted(command.qualifiedName(), word));
                }
                skipValue(option, word, words);
            } else if (command.subcommands().containsKey(word)) {
                command = command.subcommands().get(word).getCommandSpec();
            } else if (command.positionalParameters().isEmpty() && !isPlaceholder(word)) {
                return Optional.of("'%s' has no command %s".formatted(command.qualifiedName(), word));
            }
        }
        return Optional.empty();
    }

    private static void skipValue(OptionSpec option, String word, Deque<String> words) {
        for (int values = word.contains("=") ? 0 : option.arity().min(); values > 0 && !words.isEmpty(); values--) {
            words.remove();
        }
    }

    /** Such as {@code <command>}, {@code [options]} or an ellipsis. */
    private static boolean isPlaceholder(String word) {
        return word.matches("[<\\[…].*|\\.\\.\\.");
    }
}
