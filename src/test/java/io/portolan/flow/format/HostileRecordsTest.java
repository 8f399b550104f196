package io.portolan.flow.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.Suite;
import io.portolan.flow.FlowFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records made to hurt a parser do not: every format keeps to {@link ParserContract}. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileRecordsTest {
    private static final long SEED = 8_446;
    private static final int FEW = 5;

    @ParameterizedTest
    @MethodSource("formats")
    void recordsOfNoFormatDoNoHarm(FlowFormat format) {
        assertThat(broken(format, HostileRecords.shapes())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void recordsMadeOfSoundOnesDoNoHarm(FlowFormat format) throws Exception {
        Random random = new Random(SEED);
        List<String> broken = new ArrayList<>();
        for (byte[] record : Suite.of(FEW, Fixtures.records(format).stream()).toList()) {
            broken.addAll(broken(format, HostileRecords.of(record, random)));
        }
        assertThat(broken).isEmpty();
    }

    static Stream<FlowFormat> formats() {
        return FlowFormats.all().stream();
    }

    /** How the contract is broken, and by which records. */
    private static List<String> broken(FlowFormat format, Map<String, byte[]> records) {
        List<String> broken = new ArrayList<>();
        records.forEach((name, record) -> {
            try {
                ParserContract.holds(format, record);
            } catch (AssertionError | RuntimeException e) {
                broken.add(format.name() + ", " + name + ": " + e.toString().replaceAll("\\s+", " "));
            }
        });
        return broken;
    }
}
