package io.portolan.flow.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.flow.UnreadableFlowException;
import java.net.InetAddress;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTextTest {

    @ParameterizedTest
    @CsvSource({
        "c00002fe, 192.0.2.254",
        "00000000000000000000000000000000, ::",
        "00000000000000000000000000000001, ::1",
        "20010db8000000000000000000000000, 2001:db8::",
        "20010db8000000010001000100010001, 2001:db8:0:1:1:1:1:1",
        "20010db8000000000001000000000001, 2001:db8::1:0:0:1",
        "20010db8000000010000000000000001, 2001:db8:0:1::1",
        "00010000000000000000000000000000, 1::",
        "2001db8aBCDEF0001111222233334444, 2001:db8a:bcde:f000:1111:2222:3333:4444",
        "00000000000000000000ffffc0000207, 192.0.2.7",
    })
    void theTextIsThatOfTheStandard(String hex, String text) throws Exception {
        byte[] address = HexFormat.of().parseHex(hex);

        assertThat(AddressText.of("src_addr", address)).isEqualTo(text);
        assertThat(AddressText.ofBase64("src_addr", Base64.getEncoder().encodeToString(address)))
                .isEqualTo(text);
    }

    @Test
    void theTextIsReadAsTheSameAddress() throws Exception {
        Random random = new Random(1274);
        for (int i = 0; i < 10_000; i++) {
            byte[] address = new byte[16];
            for (int group = 0; group < 16; group += 2) {
                address[group + random.nextInt(2)] = (byte) (random.nextBoolean() ? 0 : random.nextInt(256));
            }
            String text = AddressText.of("src_addr", address);
            assertThat(InetAddress.getByName(text).getAddress()).as(text).isEqualTo(address);
        }
    }

    @Test
    void anotherNumberOfBytesIsNoAddress() {
        assertThatThrownBy(() -> AddressText.of("src_addr", new byte[6]))
                .isInstanceOf(UnreadableFlowException.class)
                .hasMessage("src_addr is 6 bytes, an IP address has 4 or 16");
        assertThatThrownBy(() -> AddressText.ofBase64("src_addr", "?="))
                .isInstanceOf(UnreadableFlowException.class)
                .hasMessage("src_addr is ?=, neither an IP address nor base64 of one");
    }
}
