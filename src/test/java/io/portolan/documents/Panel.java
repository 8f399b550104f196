package io.portolan.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A panel of a dashboard, in the terms of OpenSearch Dashboards.
 *
 * @param type of the visualization: metric, table, pie or histogram
 * @param query which documents it is made of, in Lucene's syntax; empty for all
 * @param width of the 48 columns of a dashboard
 */
record Panel(String title, String type, String query, int width, List<Map<String, Object>> aggs) {
    private static final int ROWS = 25;

    static Panel of(String title, String type, String query, int width) {
        return new Panel(title, type, query, width, List.of());
    }

    Panel count() {
        return with("count", "metric", Map.of());
    }

    /** A figure of a field: sum, max or cardinality, the number of different values. */
    Panel figure(String kind, String field) {
        return with(kind, "metric", Map.of("field", field));
    }

    /** Rows, slices or bars by the values of a field, those with the highest first figure first. */
    Panel by(String schema, String field) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("field", field);
        params.put("orderBy", "1");
        params.put("order", "desc");
        params.put("size", ROWS);
        params.put("otherBucket", false);
        params.put("missingBucket", false);
        return with("terms", schema, params);
    }

    Panel overTime() {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("field", "@timestamp");
        params.put("interval", "auto");
        params.put("min_doc_count", 1);
        params.put("drop_partials", false);
        return with("date_histogram", "segment", params);
    }

    private Panel with(String kind, String schema, Map<String, Object> params) {
        List<Map<String, Object>> all = new ArrayList<>(aggs);
        Map<String, Object> agg = new LinkedHashMap<>();
        agg.put("id", String.valueOf(all.size() + 1));
        agg.put("enabled", true);
        agg.put("type", kind);
        agg.put("schema", schema);
        agg.put("params", params);
        all.add(agg);
        return new Panel(title, type, query, width, all);
    }
}
