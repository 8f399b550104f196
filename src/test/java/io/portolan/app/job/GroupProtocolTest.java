package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.GroupType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupProtocolTest {
    private static final GroupFacts NEW = new GroupFacts(true, Optional.empty());
    private static final GroupFacts OLD = new GroupFacts(false, Optional.empty());

    @ParameterizedTest
    @CsvSource(textBlock = """
            auto,    true,  ,        streams, the cluster has it
            auto,    false, ,        classic, the cluster has no other
            auto,    true,  CLASSIC, classic, the members that are there speak it
            auto,    true,  STREAMS, streams, the members that are there speak it
            classic, true,  ,        classic, configured
            streams, true,  ,        streams, configured
            streams, true,  STREAMS, streams, configured
            """)
    void theProtocolFollowsTheConfigurationThenTheMembersThenTheCluster(
            String wanted, boolean has, GroupType members, String chosen, String reason) {
        GroupProtocol protocol =
                GroupProtocol.choose(settings(wanted, Map.of()), new GroupFacts(has, Optional.ofNullable(members)));

        assertThat(protocol.text()).isEqualTo(chosen);
        assertThat(protocol.reason()).isEqualTo(reason);
    }

    @Test
    void autoIsClassicWhereASettingNeedsIt() {
        assertThat(GroupProtocol.choose(settings("auto", Map.of("group.instance.id", "one")), NEW))
                .isEqualTo(new GroupProtocol(GroupType.CLASSIC, "kafka.group.instance.id needs it"));
        assertThat(GroupProtocol.choose(settings("auto", Map.of("consumer.session.timeout.ms", "6000")), NEW))
                .isEqualTo(new GroupProtocol(GroupType.CLASSIC, "kafka.consumer.session.timeout.ms needs it"));
        assertThat(GroupProtocol.choose(
                        settings("auto", Map.of("application.server", "host:1", "num.stream.threads", 2)), NEW))
                .extracting(GroupProtocol::text)
                .isEqualTo("classic");
        assertThat(GroupProtocol.choose(
                        settings("auto", Map.of("application.server", "host:1", "num.stream.threads", 1)), NEW))
                .extracting(GroupProtocol::text)
                .isEqualTo("streams");
    }

    @Test
    void whatCannotBeIsRefusedWithTheWayOut() {
        assertThatThrownBy(() -> GroupProtocol.choose(settings("streams", Map.of()), OLD))
                .hasMessage(
                        "kafka.group.protocol is streams, which the cluster has not (its feature streams.version is 0);"
                                + " set it to classic, or to auto");
        assertThatThrownBy(() -> GroupProtocol.choose(settings("streams", Map.of("group.instance.id", "one")), NEW))
                .hasMessage(
                        "kafka.group.instance.id does not go with kafka.group.protocol=streams; leave it out, or set the"
                                + " protocol to classic");
        assertThatThrownBy(() -> GroupProtocol.choose(
                        settings("classic", Map.of()), new GroupFacts(true, Optional.of(GroupType.STREAMS))))
                .hasMessage(
                        "the group has members that speak the protocol streams, and kafka.group.protocol is classic; stop"
                                + " all instances before the protocol changes");
    }

    private static Map<String, Object> settings(String protocol, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(Map.of("group.protocol", protocol, "num.stream.threads", 2));
        settings.putAll(more);
        return settings;
    }
}
