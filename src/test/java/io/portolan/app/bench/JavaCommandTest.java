package io.portolan.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JavaCommandTest {
    @Test
    void contendersHaveTheCompilersThresholdsOfTheLauncherAndNothingElseOfIt() {
        List<String> launched = List.of("-Dstdout.encoding=UTF-8", "-XX:Tier4InvocationThreshold=200000", "-Xmx3g");

        List<String> options = JavaCommand.options(launched);

        assertThat(options)
                .contains("-XX:Tier4InvocationThreshold=200000", "-Xmx1g")
                .doesNotContain("-Dstdout.encoding=UTF-8", "-Xmx3g");
    }

    @Test
    void withoutALauncherContendersHaveThoseOfJava() {
        assertThat(JavaCommand.options(List.of())).isNotEmpty().noneMatch(option -> option.startsWith("-XX:Tier4"));
    }
}
