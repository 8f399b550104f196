package io.portolan.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressScopeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0",
                "10.255.255.255",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.1",
                "100.127.255.255",
                "169.254.10.1",
                "127.0.0.1",
                "0.0.0.0",
                "224.0.0.251",
                "239.255.255.255",
                "255.255.255.255",
                "fc00::1",
                "fdff:ffff::1",
                "fe80::1",
                "::1",
                "::",
                "ff02::fb",
                "::ffff:10.0.0.1",
                "::ffff:100.64.0.1",
            })
    void anAddressThatCannotComeFromTheInternetIsLocal(String address) {
        assertThat(AddressScope.isLocal(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9.255.255.255",
                "11.0.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "169.253.0.1",
                "198.51.100.7",
                "255.255.255.254",
                "2001:db8::7",
                "fbff::1",
                "fe00::1",
                "::ffff:198.51.100.7",
            })
    void anyOtherIsPublic(String address) {
        assertThat(AddressScope.isLocal(address)).isFalse();
    }
}
