package io.portolan.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A dashboard with all that it needs, as the saved objects that OpenSearch Dashboards imports, one a line. */
final class SavedObjects {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int HEIGHT = 12;
    private static final int COLUMNS = 48;
    private static final String PANEL_VERSION = "2.19.0";

    private final String name;
    private final String pattern;
    private final List<String> lines = new ArrayList<>();
    private final List<Map<String, Object>> placed = new ArrayList<>();
    private final List<Map<String, String>> references = new ArrayList<>();
    private int x;
    private int y;

    /**
     * @param name of the dashboard, which its objects' ids begin with
     * @param topic whose indices it shows
     */
    SavedObjects(String name, String topic) {
        this.name = name;
        this.pattern = name + "-index";
        add("index-pattern", pattern, ordered("title", topic + "*", "timeFieldName", "@timestamp"), List.of());
    }

    void visualization(Panel panel) {
        String id = name + "-" + panel.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        Map<String, Object> state = ordered("title", panel.title(), "type", panel.type());
        state.put("aggs", panel.aggs());
        state.put("params", Map.of());
        Map<String, Object> attributes = ordered("title", "Portolan: " + panel.title(), "visState", json(state));
        attributes.put("uiStateJSON", "{}");
        attributes.put("description", "");
        attributes.put("kibanaSavedObjectMeta", source(panel.query()));
        add("visualization", id, attributes, List.of(index()));
        place("visualization", id, panel.width());
    }

    void search(String title, String query, List<String> columns) {
        String id = name + "-documents";
        Map<String, Object> attributes = ordered("title", "Portolan: " + title, "description", "");
        attributes.put("columns", columns);
        attributes.put("sort", List.of(List.of("@timestamp", "desc")));
        attributes.put("kibanaSavedObjectMeta", source(query));
        add("search", id, attributes, List.of(index()));
        place("search", id, COLUMNS);
    }

    /** All objects, the dashboard last. */
    String text(String title) {
        Map<String, Object> attributes = ordered("title", title, "description", "");
        attributes.put("panelsJSON", json(placed));
        attributes.put("optionsJSON", json(Map.of("useMargins", true)));
        attributes.put("timeRestore", false);
        attributes.put("kibanaSavedObjectMeta", Map.of("searchSourceJSON", json(query(""))));
        add("dashboard", name, attributes, references);
        return String.join("\n", lines) + "\n";
    }

    private void place(String type, String id, int width) {
        if (x + width > COLUMNS) {
            x = 0;
            y += HEIGHT;
        }
        String index = String.valueOf(placed.size() + 1);
        Map<String, Object> grid = ordered("x", x, "y", y);
        grid.put("w", width);
        grid.put("h", HEIGHT);
        grid.put("i", index);
        Map<String, Object> panel = ordered("version", PANEL_VERSION, "gridData", grid);
        panel.put("panelIndex", index);
        panel.put("embeddableConfig", Map.of());
        panel.put("panelRefName", "panel_" + index);
        placed.add(panel);
        references.add(reference("panel_" + index, type, id));
        x += width;
    }

    private Map<String, Object> source(String query) {
        Map<String, Object> source = query(query);
        source.put("indexRefName", "kibanaSavedObjectMeta.searchSourceJSON.index");
        return Map.of("searchSourceJSON", json(source));
    }

    private static Map<String, Object> query(String query) {
        return ordered("query", ordered("query", query, "language", "lucene"), "filter", List.of());
    }

    private Map<String, String> index() {
        return reference("kibanaSavedObjectMeta.searchSourceJSON.index", "index-pattern", pattern);
    }

    private static Map<String, String> reference(String name, String type, String id) {
        Map<String, String> reference = new LinkedHashMap<>();
        reference.put("name", name);
        reference.put("type", type);
        reference.put("id", id);
        return reference;
    }

    private void add(String type, String id, Map<String, Object> attributes, List<Map<String, String>> references) {
        Map<String, Object> object = ordered("id", id, "type", type);
        object.put("attributes", attributes);
        object.put("references", references);
        lines.add(json(object));
    }

    private static Map<String, Object> ordered(String name, Object value, String other, Object otherValue) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(name, value);
        map.put(other, otherValue);
        return map;
    }

    private static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
