package io.portolan.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterFileTest {
    private static final String RULE = "3d0c3f5e-6b8a-4a5f-9f0e-1274c0ffee01";
    private static final String FILTER = """
            title: The build servers
            id: 00000000-0000-0000-0000-0000000000f1
            description: They run distproc.
            logsource: {category: firewall}
            filter:
              rules: [3d0c3f5e-6b8a-4a5f-9f0e-1274c0ffee01]
              selection: {server.ip|cidr: 192.0.2.0/28}
              condition: not selection
            """;

    @Test
    void aFilterIsReadByValue() throws Exception {
        Filter filter = FilterFile.read("filter.yml", FILTER, Set.of(RULE));

        assertThat(filter.id()).isEqualTo("00000000-0000-0000-0000-0000000000f1");
        assertThat(filter.title()).isEqualTo("The build servers");
        assertThat(filter.description()).isEqualTo("They run distproc.");
        assertThat(filter.rules()).containsExactly(RULE);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            condition: not selection | condition: selection | 5: filter.condition is "selection", which allows all but that; write not selection
            ee01] | ee02] | 6: filter.rules names 3d0c3f5e-6b8a-4a5f-9f0e-1274c0ffee02, which no rule has as its id
            title: The build servers | level: high | 1: title is missing
            {server.ip@cidr: 192.0.2.0/28} | [192.0.2.1] | 7: selection holds "192.0.2.1"; supported are a map of fields and a list of such maps, as a flow has no text to search for keywords
            """)
    void whatIsNoFilterIsRefused(String right, String wrong, String fault) {
        assertThatExceptionOfType(InvalidRuleException.class)
                .isThrownBy(() ->
                        FilterFile.read("filter.yml", FILTER.replace(right.replace("@", "|"), wrong), Set.of(RULE)))
                .satisfies(refused -> assertThat(refused.faults()).contains("filter.yml:" + fault));
    }

    @Test
    void aRuleIsNoFilter() {
        assertThatExceptionOfType(InvalidRuleException.class)
                .isThrownBy(() -> FilterFile.read("filter.yml", FILTER + "detection: {}\nlevel: low\n", Set.of(RULE)))
                .satisfies(refused -> assertThat(refused.faults())
                        .isEqualTo(List.of(
                                "filter.yml:9: detection makes this a rule, not a filter: it belongs in the folder of"
                                        + " rules.path",
                                "filter.yml:10: level is not a key of filters: a filter raises nothing")));
    }
}
