package io.portolan.app.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.spi.SLF4JServiceProvider;

class LoggingTest {

    @Test
    void oneProviderTakesAllLogs() {
        assertThat(ServiceLoader.load(SLF4JServiceProvider.class))
                .extracting(provider -> provider.getClass().getName())
                .containsExactly("ch.qos.logback.classic.spi.LogbackServiceProvider");
    }

    @Test
    @Timeout(60)
    void aBrokerInNormalLifeWritesNothingToTheTerminal() throws Exception {
        List<String> call = new ArrayList<>();
        call.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        call.add("-Dlogback.configurationFile=logback.xml");
        if (Runtime.version().feature() >= 24) {
            call.add("--enable-native-access=ALL-UNNAMED");
            call.add("--sun-misc-unsafe-memory-access=allow");
        }
        call.add(QuietBroker.class.getName());
        ProcessBuilder command = new ProcessBuilder(call);
        command.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        command.environment().remove("PORTOLAN_LOG_LEVEL");

        Process process = command.redirectErrorStream(true).start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(process.waitFor()).isZero();
    }
}
