package io.portolan.judge;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;

/** What is wrong with a YAML file that a person wrote, and in which line. */
public final class YamlFault {
    private static final YAMLFactory YAML = new YAMLFactory();

    private YamlFault() {}

    /**
     * The fault as {@code file:line: cause}; without the line if none is known.
     *
     * @param failure of reading {@code yaml}; the message of an {@code IllegalArgumentException} behind it is taken as it
     *     is, and begins with the key that it speaks of
     */
    public static String of(String file, String yaml, JsonProcessingException failure) {
        String cause = cause(failure).replaceAll("\\s+", " ");
        int line = line(yaml, failure, cause);
        return file + (line > 0 ? ":" + line : "") + ": " + cause;
    }

    private static String cause(JsonProcessingException failure) {
        if (failure.getCause() instanceof IllegalArgumentException refusal) {
            return refusal.getMessage();
        }
        return failure instanceof UnrecognizedPropertyException unknown
                ? "unknown key \"" + unknown.getPropertyName() + "\"; known are: "
                        + new TreeSet<>(unknown.getKnownPropertyIds())
                : failure.getOriginalMessage();
    }

    /** Of a whole object Jackson tells when it has read to its end, so then the line is looked up by the path. */
    private static int line(String yaml, JsonProcessingException failure, String cause) {
        int reached = failure.getLocation() == null ? 0 : failure.getLocation().getLineNr();
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return lineOf(yaml, pointer(unknown.getPath())).orElse(reached);
        }
        if (failure instanceof ValueInstantiationException refused) {
            JsonPointer object = pointer(refused.getPath());
            OptionalInt key = lineOf(yaml, object.appendProperty(cause.replaceFirst(" .*", "")));
            return key.orElseGet(() -> lineOf(yaml, object).orElse(reached));
        }
        return reached;
    }

    private static JsonPointer pointer(List<JsonMappingException.Reference> path) {
        JsonPointer pointer = JsonPointer.empty();
        for (JsonMappingException.Reference step : path) {
            pointer = step.getFieldName() == null
                    ? pointer.appendIndex(step.getIndex())
                    : pointer.appendProperty(step.getFieldName());
        }
        return pointer;
    }

    private static OptionalInt lineOf(String yaml, JsonPointer wanted) {
        try (JsonParser parser = YAML.createParser(yaml)) {
            while (parser.nextToken() != null) {
                if (parser.getParsingContext().pathAsPointer().equals(wanted)) {
                    return OptionalInt.of(parser.currentTokenLocation().getLineNr());
                }
            }
        } catch (IOException e) {
            // What is no YAML has no paths.
            return OptionalInt.empty();
        }
        return OptionalInt.empty();
    }
}
