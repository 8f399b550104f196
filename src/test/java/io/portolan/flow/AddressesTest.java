package io.portolan.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "192.0.2.1",
                "255.255.255.255",
                "::",
                "::1",
                "1::",
                "2001:db8::",
                "2001:db8::1",
                "2001:DB8:0:0:8:800:200C:417A",
                "0001:0002:0003:0004:0005:0006:0007:0008",
                "1:2:3:4:5:6:7:8",
                "1:2:3:4:5:6:7::",
                "::2:3:4:5:6:7:8",
                "1::8",
                "::192.0.2.1",
                "::ffff:192.0.2.1",
                "1:2:3:4:5:6:192.0.2.1",
                "64:ff9b::192.0.2.33",
                "abcd::ABCD",
            })
    void anAddressIsOneToJavaToo(String text) throws Exception {
        assertThat(isAddress(text)).isTrue();
        assertThat(InetAddress.getByName(text)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.",
                ".1.2.3",
                "1..2.3",
                "256.0.0.1",
                "1.2.3.1000",
                "1.2.3.4 ",
                "0x7f.0.0.1",
                "01.2.3.4",
                "192.0.2.010",
                "00.0.0.0",
                "2130706433",
                "1.2.3.-4",
                "localhost",
                ":",
                ":::",
                "1:",
                ":1",
                "1:::2",
                "::1::",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "::1:2:3:4:5:6:7:8",
                "12345::",
                "1:12345::",
                "g::",
                "fe80::1%eth0",
                "fe80::1%1",
                "[::1]",
                "::1/64",
                "::1.2.3",
                "::1.2.3.256",
                "::1.2.3.4:5",
                "1:2:3:4:5:6:7:192.0.2.1",
                "1:2:3:4:5:6::192.0.2.1",
                "192.0.2.1::",
                "::１",
            })
    void whatIsNoAddressIsRefused(String text) {
        assertThat(isAddress(text)).isFalse();
    }

    /** Java asks a name server for whatever it does not take for a literal; no flow may cause that. */
    @Test
    void whateverIsAcceptedIsALiteralToJava() throws Exception {
        Random random = new Random(4291);
        int accepted = 0;
        for (int i = 0; i < 300_000; i++) {
            String text = scrambled(random);
            if (isAddress(text)) {
                accepted++;
                InetAddress address = InetAddress.getByName(text);
                assertThat(address.getHostAddress()).as(text).isNotEmpty();
                assertThat(address instanceof Inet6Address).as(text).matches(six -> !six || text.contains(":"));
            }
        }
        assertThat(accepted).isGreaterThan(1_000);
    }

    private static String scrambled(Random random) {
        String[] parts = {":", ":", "::", ".", "0", "1", "25", "255", "db8", "ffff", "192.0.2.1", "1:2:3", "9.9"};
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(9); i >= 0; i--) {
            text.append(parts[random.nextInt(parts.length)]);
        }
        return text.toString();
    }

    private static boolean isAddress(String text) {
        byte[] bytes = ("<" + text + ">").getBytes(StandardCharsets.UTF_8);
        return Addresses.isAddress(bytes, 1, bytes.length - 2);
    }
}
