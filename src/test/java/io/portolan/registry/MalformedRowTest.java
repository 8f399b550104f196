package io.portolan.registry;

import static io.portolan.registry.RegistryText.csv;
import static io.portolan.registry.RegistryText.parse;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MalformedRowTest {

    private static final String BEFORE = "before,1,tcp,\"two\nlines\",,,,,,,,";
    private static final String AFTER = "after,2,tcp,\"quoted, too\",,,,,,,,";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bad,80a,tcp,,,,,,,,, | \"80a\" is not a port number",
                "bad,70000,tcp,,,,,,,,, | port 70000 is outside 0-65535",
                "bad,6000-70000,tcp,,,,,,,,, | port 70000 is outside 0-65535",
                "bad,6063-6000,tcp,,,,,,,,, | port range 6063-6000 is reversed",
                "bad,6000-,tcp,,,,,,,,, | \"\" is not a port number",
                "bad,80,quic,,,,,,,,, | unknown transport \"quic\": expected tcp, udp, sctp or dccp",
                "bad,80,tcp,too,short | 5 columns where the header has 12",
                "bad,80,tcp,,,,,,,,,,too long | 13 columns where the header has 12",
                ",,tcp,Nothing,,,,,,,, | neither a service name nor a port number",
                "bad,80,tcp,\"not closed,,,,,,,, | broken quoting: a quoted field is not closed, or text follows its closing quote",
                "bad,80,tcp,\"closed\" early,,,,,,,, | broken quoting: a quoted field is not closed, or text follows its closing quote",
            },
            quoteCharacter = '~')
    void aMalformedRowIsReportedWithItsLineAndSkipped(String row, String cause) throws IOException {
        ParsedRegistry parsed = parse(csv(BEFORE, row, AFTER));

        assertThat(parsed.malformed()).containsExactly(new MalformedRow(4, row, cause));
        assertThat(parsed.registry().entries().keySet()).map(PortKey::toString).containsExactly("tcp/1", "tcp/2");
    }

    @Test
    void anUnclosedQuoteInTheLastRowLosesThatRowOnly() throws IOException {
        ParsedRegistry parsed = parse(csv(BEFORE, AFTER) + "\r\n\r\nbad,80,tcp,\"not closed,,,,,,,,");

        assertThat(parsed.malformed()).map(MalformedRow::line).containsExactly(7L);
        assertThat(parsed.registry().entries()).hasSize(2);
    }

    @Test
    void severalBrokenRowsAreEachReported() throws IOException {
        ParsedRegistry parsed = parse(csv(
                "bad,80,tcp,\"open,,,,,,,,", BEFORE, "bad,81,tcp,\"open,,,,,,,,", AFTER, "bad,82,tcp,\"open,,,,,,,,"));

        assertThat(parsed.malformed()).map(MalformedRow::line).containsExactly(2L, 5L, 7L);
        assertThat(parsed.registry().entries()).hasSize(2);
    }

    @Test
    void aBlankLineIsNoRow() throws IOException {
        ParsedRegistry parsed = parse(csv("", BEFORE, "", "bad,80a,tcp,,,,,,,,,", AFTER));

        assertThat(parsed.malformed()).map(MalformedRow::line).containsExactly(6L);
        assertThat(parsed.registry().entries()).hasSize(2);
    }

    @Test
    void aLineOfSpacesIsAMalformedRow() throws IOException {
        ParsedRegistry parsed = parse(csv(BEFORE, "   ", AFTER));

        assertThat(parsed.malformed()).containsExactly(new MalformedRow(4, "", "1 columns where the header has 12"));
        assertThat(parsed.registry().entries()).hasSize(2);
    }

    @Test
    void theTextOfALongRowIsCut() throws IOException {
        MalformedRow row = parse(csv("bad,80a,tcp," + "x".repeat(5000) + ",,,,,,,,"))
                .malformed()
                .get(0);

        assertThat(row.text()).hasSize(200).startsWith("bad,80a,tcp,xxx").endsWith("x…");
    }

    @Test
    void itReadsAsLineCauseAndText() {
        assertThat(new MalformedRow(7, "bad,80a", "\"80a\" is not a port number"))
                .hasToString("line 7: \"80a\" is not a port number: bad,80a");
    }
}
