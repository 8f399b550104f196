package io.portolan.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.Main;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The documents name only commands and options that there are. */
class PortolanCommandsTest {
    @Test
    void everyCommandInTheDocumentsExists() throws IOException {
        assertThat(CommandCheck.problems(Main.commandLine().getCommandSpec(), Tree.documents()))
                .isEmpty();
    }
}
