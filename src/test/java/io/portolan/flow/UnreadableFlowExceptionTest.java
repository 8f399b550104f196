package io.portolan.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnreadableFlowExceptionTest {
    @Test
    void aValueCanNeitherForgeALogLineNorSteerATerminal() {
        String value = "a\nb\u001b[31mc\u009bd\u202ee\u2028f";

        UnreadableFlowException failure = UnreadableFlowException.field("proto", value, "not tcp");

        assertThat(failure).hasMessage("proto is a?b?[31mc?d?e?f, not tcp");
    }
}
