package io.portolan.app.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "src_port is 70000, not within 0-65535 | src_port is ..., not within 0-65535",
                "dstport is \"http, not 80\", not a number | dstport is ..., not a number",
                "proto is a, b1, not tcp, udp, icmp or x | proto is ..., not tcp, udp, icmp or x",
                "x is [1,2], a list and not one value | x is ..., a list and not one value",
                "ts is 2026, not a time, as in 2026-01-31T12:00:00Z | ts is ..., not a time, as in 2026-01-31T12:00:00Z",
                "version is 3, and only 2 has a default order | version is ..., and only 2 has a default order",
                "no flow in 12 parts: bytes is -1, less than 0 | no flow in # parts: bytes is ..., less than 0",
                "the line has 15 columns, the header line 3: put | the line has # columns, the header line #: put",
                "not JSON at byte 9: Unexpected character ('x' (code 120)) | not JSON at byte #: Unexpected character ('...' (code #))",
                "Value begins with byte 0x1f | Value begins with byte #",
                "proto is missing | proto is missing",
                "id.orig_p is missing: not IPv4 | id.orig_p is missing: not IPv4",
            })
    void lettersOfOneFaultDifferInWhatTheRecordSaysOnly(String cause, String fault) {
        assertThat(letter(cause).fault()).isEqualTo(fault);
    }

    @Test
    void aLetterIsChosenByItsCauseAndByTheFaultThatTheListShows() {
        Letter letter = letter("src_port is 70000, not within 0-65535");

        assertThat(byCause("SRC_PORT is 70000")).accepts(letter);
        assertThat(byCause(letter.fault())).accepts(letter);
        assertThat(byCause("dst_port")).rejects(letter);
    }

    private static LetterFilter byCause(String cause) {
        return new LetterFilter(Set.of(), cause, "");
    }

    private static Letter letter(String cause) {
        return new Letter(new LetterId(0, 0), Instant.EPOCH, Optional.empty(), cause, false);
    }
}
