package io.portolan.judge.sigma;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a YAML file of one document to values that know their lines. */
public final class YamlTree {
    private final YAMLParser in;
    private final Faults faults;

    private YamlTree(YAMLParser in, Faults faults) {
        this.in = in;
        this.faults = faults;
    }

    /** The map that the file is; empty, with a fault told, if it is none. */
    public static Optional<Yaml.Mapping> read(String yaml, Faults faults) {
        try (YAMLParser in = new YAMLFactory().createParser(yaml)) {
            return new YamlTree(in, faults).document();
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            faults.add(line, "is not YAML: " + e.getOriginalMessage().replaceAll("\\s+", " "));
        } catch (IOException e) {
            faults.add(0, "cannot be read: " + e.getMessage());
        }
        return Optional.empty();
    }

    private Optional<Yaml.Mapping> document() throws IOException {
        if (in.nextToken() == null) {
            faults.add(0, "is empty");
            return Optional.empty();
        }
        Yaml root = value();
        if (in.nextToken() != null) {
            faults.add(line(), "holds a second document; one file holds one rule or filter");
        }
        if (root instanceof Yaml.Mapping mapping) {
            return Optional.of(mapping);
        }
        faults.add(root.line(), "is " + root.what() + ", not a map of keys as title and detection");
        return Optional.empty();
    }

    private Yaml value() throws IOException {
        int line = line();
        if (in.isCurrentAlias()) {
            faults.add(line, "*" + in.getText() + " is an alias of YAML; write the value out instead");
        }
        JsonToken token = in.currentToken();
        return switch (token) {
            case START_OBJECT -> mapping(line);
            case START_ARRAY -> sequence(line);
            case VALUE_NULL -> new Yaml.Scalar(line, Yaml.Type.NULL, "");
            case VALUE_TRUE, VALUE_FALSE -> new Yaml.Scalar(line, Yaml.Type.BOOLEAN, in.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Yaml.Scalar(line, Yaml.Type.NUMBER, in.getText());
            default -> new Yaml.Scalar(line, Yaml.Type.TEXT, in.getText());
        };
    }

    private Yaml.Mapping mapping(int line) throws IOException {
        Map<String, Yaml.Entry> entries = new LinkedHashMap<>();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            int keyLine = line();
            String key = in.currentName();
            in.nextToken();
            Yaml.Entry before = entries.putIfAbsent(key, new Yaml.Entry(keyLine, key, value()));
            if (before != null) {
                faults.add(keyLine, key + " stands in line " + before.line() + " already");
            }
        }
        return new Yaml.Mapping(line, entries);
    }

    private Yaml.Sequence sequence(int line) throws IOException {
        List<Yaml> items = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return new Yaml.Sequence(line, items);
    }

    private int line() {
        return in.currentTokenLocation().getLineNr();
    }
}
