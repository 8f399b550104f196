package io.portolan.flow.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.portolan.flow.FlowFormat;
import io.portolan.flow.FlowParser;
import io.portolan.flow.Reading;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.auto.AutoFormat;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every format in the table, over the logs in its fixture folder. */
class FlowFormatsTest {
    private static final int MUTATIONS = 10_000;
    private static final long SEED = 1274;

    @ParameterizedTest
    @CsvSource({"zeek,zeek-conn", "aws,aws-vpc", "AWS-VPC,aws-vpc", "zekk-con,zeek-conn", "arvo,avro"})
    void anUnknownNameIsAnsweredWithTheKnownOnesAndTheNearest(String wrong, String nearest) {
        assertThatThrownBy(() -> FlowFormats.named(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown format " + wrong + "; known are " + names() + ". Did you mean " + nearest + "?");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyFormatReadsItsOwnFixtures(FlowFormat format) throws Exception {
        FlowParser parser = format.parser().apply(List.of());
        long flows = 0;
        for (byte[] record : Fixtures.records(format)) {
            flows += ReadingJson.of(parser, record).findValues("src_address").size();
        }
        assertThat(flows).isGreaterThanOrEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void anotherFormatsRecordIsNeverTakenForAFlow(FlowFormat format, FlowFormat other) throws Exception {
        FlowParser parser = format.parser().apply(List.of());
        for (byte[] record : Fixtures.records(other)) {
            try {
                assertThat(parser.read(record)).isInstanceOf(Reading.NotAFlow.class);
            } catch (UnreadableFlowException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aDamagedRecordGivesNoOtherExceptionThanItsCause(FlowFormat format) throws Exception {
        List<byte[]> records = Fixtures.records(format);
        FlowParser parser = format.parser().apply(List.of());
        Random random = new Random(SEED);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] damaged = damaged(records.get(random.nextInt(records.size())), random);
            try {
                parser.read(damaged);
            } catch (UnreadableFlowException e) {
                assertThat(e.getMessage()).isNotBlank();
            } catch (RuntimeException e) {
                fail("mutation " + i + ": " + HexFormat.of().formatHex(damaged), e);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aParserIsAsGoodAsNewAfterAnUnreadableRecord(FlowFormat format) throws Exception {
        List<byte[]> records = Fixtures.records(format);
        FlowParser used = format.parser().apply(List.of());
        Random random = new Random(SEED);
        for (byte[] record : records) {
            try {
                used.read(damaged(record, random));
            } catch (UnreadableFlowException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
            FlowParser fresh = format.parser().apply(List.of());
            assertThat(ReadingJson.of(used, record)).isEqualTo(ReadingJson.of(fresh, record));
        }
    }

    static Stream<FlowFormat> formats() {
        return FlowFormats.all().stream();
    }

    /** Without auto, which reads them all. */
    static Stream<Arguments> pairs() {
        List<FlowFormat> sources = formats()
                .filter(format -> !format.name().equals(AutoFormat.NAME))
                .toList();
        return sources.stream()
                .flatMap(format -> sources.stream()
                        .filter(other -> !other.equals(format))
                        .map(other -> Arguments.of(format, other)));
    }

    private static String names() {
        return formats().map(FlowFormat::name).collect(Collectors.joining(", "));
    }

    private static byte[] damaged(byte[] record, Random random) {
        byte[] damaged =
                random.nextInt(4) == 0 ? Arrays.copyOf(record, random.nextInt(record.length + 1)) : record.clone();
        for (int flips = random.nextInt(4); flips > 0 && damaged.length > 0; flips--) {
            int at = random.nextInt(damaged.length);
            damaged[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : damaged[at] ^ 1 << random.nextInt(8));
        }
        return damaged;
    }
}
