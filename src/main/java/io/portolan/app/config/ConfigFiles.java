package io.portolan.app.config;

import io.portolan.judge.InvalidRuleException;
import io.portolan.judge.RuleBook;
import io.portolan.judge.RuleFiles;
import io.portolan.topology.Topics;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;

/** The files that keys name; a fault names the key. */
final class ConfigFiles {
    private ConfigFiles() {}

    static Topics topics(Optional<Path> file) {
        try {
            return file.isPresent() ? Topics.read(file.get()) : Topics.bundled();
        } catch (IOException e) {
            throw unusable(InputKeys.TOPICS_PATH, e);
        }
    }

    static RuleBook rules(Optional<Path> rules, Optional<Path> filters) {
        filters.ifPresent(folder -> checkFolder(JudgeKeys.FILTERS_PATH, folder));
        try {
            return RuleFiles.read(rules, filters);
        } catch (IOException e) {
            throw unusable(JudgeKeys.RULES_PATH, e);
        } catch (InvalidRuleException e) {
            throw new ConfigException(e.getMessage());
        }
    }

    /** A fault of the filters' folder must not be told as one of the rules'. */
    private static void checkFolder(String key, Path folder) {
        if (!Files.isDirectory(folder)) {
            throw unusable(
                    key,
                    Files.exists(folder)
                            ? new NotDirectoryException(folder.toString())
                            : new NoSuchFileException(folder.toString()));
        }
    }

    private static ConfigException unusable(String key, Exception cause) {
        return new ConfigException(key + ": " + reason(cause));
    }

    /** The messages of these are the name of the file and nothing else. */
    private static String reason(Exception cause) {
        if (cause instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist";
        }
        if (cause instanceof NotDirectoryException file) {
            return file.getFile() + " is not a folder";
        }
        if (cause instanceof AccessDeniedException denied) {
            return denied.getFile() + " may not be read";
        }
        return String.valueOf(cause.getMessage());
    }
}
