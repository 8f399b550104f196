package io.portolan.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.portolan.schema.PortRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortRangesTest {

    @ParameterizedTest
    @CsvSource({"0,SYSTEM", "1023,SYSTEM", "1024,USER", "49151,USER", "49152,DYNAMIC", "65535,DYNAMIC"})
    void aPortIsInTheRangeOfRfc6335(int port, PortRange expected) {
        assertThat(PortRanges.of(port)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65536})
    void aNumberThatIsNoPortHasNoRange(int port) {
        assertThatIllegalArgumentException().isThrownBy(() -> PortRanges.of(port));
    }
}
