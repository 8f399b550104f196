package io.portolan.flow.format;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.portolan.flow.FlowFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever bytes a parser is given, it keeps to {@link ParserContract}. In a plain test run over the fixtures and the
 * inputs in the folder {@code ParserFuzzTestInputs}; with {@code mvn -Pfuzz test} over what Jazzer makes of them.
 *
 * <p>An input is the name of a format, a line feed and a record: so it means the same when the formats change.
 */
class ParserFuzzTest {
    private static final byte NAME_END = '\n';

    @MethodSource("fixtures")
    @FuzzTest // has to stand last
    void aParserKeepsToItsContract(byte[] input) {
        int end = 0;
        while (end < input.length && input[end] != NAME_END) {
            end++;
        }
        Optional<FlowFormat> format = named(new String(input, 0, end, StandardCharsets.ISO_8859_1));
        if (format.isPresent() && end < input.length) {
            ParserContract.holds(format.get(), Arrays.copyOfRange(input, end + 1, input.length));
        }
    }

    static Stream<Arguments> fixtures() throws IOException {
        List<Arguments> inputs = new ArrayList<>();
        for (FlowFormat format : FlowFormats.all()) {
            for (byte[] record : Fixtures.records(format)) {
                inputs.add(Arguments.of(Named.of(format.name() + " fixture", input(format, record))));
            }
        }
        return inputs.stream();
    }

    private static byte[] input(FlowFormat format, byte[] record) {
        byte[] name = (format.name() + (char) NAME_END).getBytes(StandardCharsets.US_ASCII);
        byte[] input = Arrays.copyOf(name, name.length + record.length);
        System.arraycopy(record, 0, input, name.length, record.length);
        return input;
    }

    private static Optional<FlowFormat> named(String name) {
        return FlowFormats.all().stream()
                .filter(format -> format.name().equals(name))
                .findFirst();
    }
}
