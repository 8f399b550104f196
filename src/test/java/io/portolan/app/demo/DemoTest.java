package io.portolan.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class DemoTest {
    private final StringWriter out = new StringWriter();

    @Test
    void aDemoThatIsStoppedAsItStartsLoadsNothing() throws IOException, InterruptedException {
        run(() -> true);

        assertThat(out.toString()).contains("Schema registry").doesNotContain("Port registry", "Flow logs");
    }

    @Test
    void aDemoThatIsStoppedInTheReplayLeavesTheRestAndShowsNoSummary() throws IOException, InterruptedException {
        run(() -> out.toString().contains("bundled zeek-conn.log"));

        assertThat(out.toString())
                .contains("1,175 records of bundled zeek-conn.log")
                .contains("0 records of bundled aws-vpc.log")
                .doesNotContain("records read", "The job runs on");
    }

    private void run(BooleanSupplier stopped) throws IOException, InterruptedException {
        Screen screen = new Screen(new PrintWriter(out, true), false);
        try (Demo demo = Demo.start(DemoLog.bundled(), "", screen)) {
            demo.run(false, stopped);
        }
    }
}
