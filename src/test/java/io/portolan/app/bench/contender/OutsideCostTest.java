package io.portolan.app.bench.contender;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What a process has cost can be told from outside. */
class OutsideCostTest {
    /** The system counts in hundredths of a second, and this takes some tens of them. */
    private static final String BURN =
            "(i=0; while [ $i -lt 500000 ]; do i=$((i + 1)); done; echo burnt; read -r line);"
                    + " echo over; read -r line";

    @Test
    void aProcessCostsWhatThoseThatItHasStartedCostAlsoWhenTheyHaveEnded() throws IOException {
        // given
        Process shell = new ProcessBuilder("sh", "-c", BURN).start();
        try (BufferedReader says = shell.inputReader();
                BufferedWriter told = shell.outputWriter()) {
            OutsideCost cost = new OutsideCost(shell.toHandle());

            // when
            assertThat(says.readLine()).isEqualTo("burnt");
            Cost burnt = cost.now();
            told.write("end\n");
            told.flush();
            assertThat(says.readLine()).isEqualTo("over");
            Cost after = cost.now();

            // then
            assertThat(burnt.cpuNanos()).isPositive();
            assertThat(burnt.compilerNanos()).isZero();
            assertThat(burnt.allocatedBytes()).isNull();
            assertThat(after.cpuNanos()).isGreaterThanOrEqualTo(burnt.cpuNanos());
        } finally {
            shell.destroyForcibly();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theCompilersOfAJavaAreToldApart() {
        Cost cost = new OutsideCost(ProcessHandle.current()).now();

        assertThat(cost.compilerNanos()).isPositive().isLessThan(cost.cpuNanos());
    }

    @Test
    void aProcessThatHasEndedBeforeItWasLookedAtHasCostNothing() throws IOException {
        Process process = new ProcessBuilder("true").start();
        process.onExit().join();

        assertThat(new OutsideCost(process.toHandle()).now()).isEqualTo(new Cost(0, 0, null));
    }
}
