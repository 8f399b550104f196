package io.portolan.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;

/**
 * The objects of a folder of Kustomize, as {@code kubectl} renders them.
 *
 * @param objects in the order of the rendering
 */
record Manifests(List<JsonNode> objects) {
    static Manifests of(String folder) throws IOException, InterruptedException {
        String yaml = Tools.run("kubectl", "kustomize", "deploy/kubernetes/" + folder);
        try (MappingIterator<JsonNode> documents =
                new YAMLMapper().readerFor(JsonNode.class).readValues(yaml)) {
            return new Manifests(documents.readAll());
        }
    }

    /** All of a kind. */
    List<JsonNode> all(String kind) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .toList();
    }

    /** The only one of a kind with this name. */
    JsonNode one(String kind, String name) {
        List<JsonNode> found = all(kind).stream()
                .filter(object -> object.path("metadata").path("name").asText().equals(name))
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(found.size() + " objects are " + kind + " " + name);
        }
        return found.get(0);
    }

    /** The pod of the job. */
    JsonNode pod() {
        return one("StatefulSet", "portolan").path("spec").path("template").path("spec");
    }

    /** Its container. */
    JsonNode container() {
        return pod().path("containers").path(0);
    }
}
