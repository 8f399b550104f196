package io.portolan.flow.goflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import io.portolan.flow.Flow;
import io.portolan.flow.FlowFormat;
import io.portolan.flow.FlowParser;
import io.portolan.flow.LogRecords;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.format.Fixtures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fixtures cannot say. */
class GoflowFormatTest {
    private static final FlowFormat FORMAT = GoflowFormat.format();
    private static final byte[] ADDRESS = {(byte) 192, 0, 2, 1};

    private final FlowParser parser = FORMAT.parser().apply(List.of());

    @Test
    void aMessageWithoutItsLengthInFrontIsTheSame() throws Exception {
        byte[] delimited = Fixtures.records(FORMAT, "v2.pb").get(0);
        byte[] bare = Arrays.copyOfRange(delimited, 2, delimited.length);

        assertThat(bytes((Flow) parser.read(bare))).isEqualTo(bytes((Flow) parser.read(delimited)));
        assertThat(FORMAT.recognition().other().test(bare)).isTrue();
    }

    /** With a length of 123 or 91 the record begins with what a JSON text may begin with. */
    @ParameterizedTest
    @ValueSource(ints = {'{', '[', 64})
    void aLengthThatIsTheSameAsABraceIsALength(int length) throws Exception {
        byte[] message = message(length);

        assertThat(message[0]).isEqualTo((byte) length);
        assertThat(((Flow) parser.read(message)).dstPort()).isEqualTo(1274);
        try (LogRecords file = FORMAT.file().open(new ByteArrayInputStream(message))) {
            assertThat(file.next()).hasValue(message);
            assertThat(file.next()).isEmpty();
        }
    }

    @Test
    void whereAFileIsCutIsTold() throws Exception {
        byte[] two = concat(message(80), message(90));

        try (LogRecords file = FORMAT.file().open(new ByteArrayInputStream(two, 0, two.length - 5))) {
            assertThat(file.next()).isPresent();
            assertThatThrownBy(file::next)
                    .isInstanceOf(IOException.class)
                    .hasMessage("the file ends within message 2, after 85 of its 90 bytes");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"#separator \\x09\n", "\uffff\uffff\uffff\uffff", "\u0000"})
    void aFileOfSomethingElseIsToldBeforeMemoryIsTaken(String text) throws Exception {
        byte[] other = (text + "\u00ff\u00ff\u00ff\u00ff\u0007").getBytes(StandardCharsets.ISO_8859_1);
        try (LogRecords file = FORMAT.file().open(new ByteArrayInputStream(other))) {
            assertThatThrownBy(() -> {
                        while (file.next().isPresent()) {
                            // On to the end.
                        }
                    })
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("message 1");
        }
    }

    @Test
    void aGroupAndAFieldOfAnotherTypeAreNotOfThisMessage() throws Exception {
        byte[] group = {0x08, 0x01, (5 << 3) | 3, (5 << 3) | 4};
        byte[] fixed = {0x08, 0x01, (2 << 3) | 5, 0, 0, 0, 0};

        assertThatThrownBy(() -> parser.read(group))
                .isInstanceOf(UnreadableFlowException.class)
                .hasMessageEndingWith("field 5 is a group, which proto3 does not have");
        assertThatThrownBy(() -> parser.read(fixed))
                .isInstanceOf(UnreadableFlowException.class)
                .hasMessageEndingWith("field 2 has wire type 5, time_received has 0");
        assertThat(FORMAT.recognition().other().test(group)).isFalse();
    }

    @Test
    void aListThatCameItemByItemIsOneList() throws Exception {
        byte[] packed = message(100);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        out.writeUInt32(102, 64496);
        out.writeUInt32(102, 64497);
        out.flush();
        byte[] message = concat(Arrays.copyOfRange(packed, 1, packed.length), bytes.toByteArray());

        assertThat(new String(bytes((Flow) parser.read(message)), StandardCharsets.ISO_8859_1))
                .contains("as_path")
                .contains("64496,64497");
    }

    /** A flow of the given length, with the length in front; filled up with a field that nobody knows. */
    private static byte[] message(int length) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        out.writeEnum(1, 1);
        out.writeByteArray(6, ADDRESS);
        out.writeByteArray(7, ADDRESS);
        out.writeUInt32(20, 6);
        out.writeUInt32(22, 1274);
        out.writeUInt64(110, 1_772_356_836_128_000_000L);
        out.flush();
        int rest = length - bytes.size() - 3;
        out.writeBytes(2000, ByteString.copyFrom(new byte[rest]));
        out.flush();
        return concat(new byte[] {(byte) length}, bytes.toByteArray());
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] bytes(Flow flow) {
        byte[] bytes = new byte[flow.length()];
        flow.copyTo(bytes, 0);
        return bytes;
    }
}
