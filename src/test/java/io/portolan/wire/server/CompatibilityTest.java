package io.portolan.wire.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.wire.CompatibilityLevel;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompatibilityTest {
    private static final String A = "{'name':'a','type':'int'}";
    private static final String B = "{'name':'b','type':'int'}";
    private static final String B_WITH_DEFAULT = "{'name':'b','type':'int','default':0}";

    private static Schema record(String... fields) {
        return new Schema.Parser()
                .parse(("{'type':'record','name':'R','fields':[" + String.join(",", fields) + "]}").replace('\'', '"'));
    }

    private static Schema named(String change) {
        return switch (change) {
            case "same" -> record(A);
            case "optional added" -> record(A, B_WITH_DEFAULT);
            case "required added" -> record(A, B);
            case "type changed" -> record("{'name':'a','type':'string'}");
            case "widened" -> record("{'name':'a','type':'long'}");
            default -> throw new IllegalArgumentException(change);
        };
    }

    private static List<String> violations(CompatibilityLevel level, Schema candidate, Schema... earlier) {
        List<StoredVersion> versions = IntStream.range(0, earlier.length)
                .mapToObj(i -> new StoredVersion("s", i + 1, i + 1, earlier[i], earlier[i].toString(), false))
                .toList();
        return Compatibility.violations(level, candidate, versions);
    }

    @ParameterizedTest(name = "{0}: {1} after one version")
    @CsvSource({
        "NONE,same,true",
        "NONE,optional added,true",
        "NONE,required added,true",
        "NONE,type changed,true",
        "NONE,widened,true",
        "BACKWARD,same,true",
        "BACKWARD,optional added,true",
        "BACKWARD,required added,false",
        "BACKWARD,type changed,false",
        "BACKWARD,widened,true",
        "FORWARD,same,true",
        "FORWARD,optional added,true",
        "FORWARD,required added,true",
        "FORWARD,type changed,false",
        "FORWARD,widened,false",
        "FULL,same,true",
        "FULL,optional added,true",
        "FULL,required added,false",
        "FULL,type changed,false",
        "FULL,widened,false",
        "BACKWARD_TRANSITIVE,required added,false",
        "BACKWARD_TRANSITIVE,widened,true",
        "FORWARD_TRANSITIVE,required added,true",
        "FORWARD_TRANSITIVE,widened,false",
        "FULL_TRANSITIVE,optional added,true",
        "FULL_TRANSITIVE,widened,false"
    })
    void aLevelAllowsAChangeOrNot(CompatibilityLevel level, String change, boolean allowed) {
        assertThat(violations(level, named(change), named("same")).isEmpty()).isEqualTo(allowed);
    }

    /** The new schema agrees with the second version, and breaks with the first in the one direction or the other. */
    @ParameterizedTest(name = "{0}: backward break {1}, forward break {2}")
    @CsvSource({
        "NONE,true,true",
        "BACKWARD,true,true",
        "BACKWARD_TRANSITIVE,false,true",
        "FORWARD,true,true",
        "FORWARD_TRANSITIVE,true,false",
        "FULL,true,true",
        "FULL_TRANSITIVE,false,false"
    })
    void onlyTransitiveLevelsLookBeyondTheLatest(
            CompatibilityLevel level, boolean allowsBackwardBreak, boolean allowsForwardBreak) {
        Schema bare = record(A);
        Schema optional = record(A, B_WITH_DEFAULT);
        Schema required = record(A, B);

        assertThat(violations(level, required, bare, optional).isEmpty()).isEqualTo(allowsBackwardBreak);
        assertThat(violations(level, bare, required, optional).isEmpty()).isEqualTo(allowsForwardBreak);
    }

    @Test
    void theFirstSchemaOfASubjectIsAlwaysAllowed() {
        assertThat(Stream.of(CompatibilityLevel.values()))
                .allSatisfy(
                        level -> assertThat(violations(level, named("same"))).isEmpty());
    }

    @Test
    void aViolationNamesBothSidesAndThePlace() {
        assertThat(violations(CompatibilityLevel.FULL, record(A, B), record(A)))
                .containsExactly("the new schema cannot read what version 1 writes:"
                        + " READER_FIELD_MISSING_DEFAULT_VALUE at /fields/1: b");
        assertThat(violations(CompatibilityLevel.FULL, record(A), record(A, B)))
                .containsExactly("version 1 cannot read what the new schema writes:"
                        + " READER_FIELD_MISSING_DEFAULT_VALUE at /fields/1: b");
    }
}
