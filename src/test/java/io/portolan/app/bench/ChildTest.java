package io.portolan.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {
    @TempDir
    private Path folder;

    @Test
    void oneThatEndsByItselfFailsWithTheEndOfItsLog() throws IOException {
        // given
        Child child = start("echo looking; echo no such topic; exit 3");

        // when
        child.handle().onExit().join();

        // then
        assertThatThrownBy(child::check)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("other has ended by itself: looking | no such topic");
    }

    @Test
    void whatAShellHasStartedIsTerminatedWithIt() throws IOException {
        // given
        Child child = Child.start(
                new ProcessBuilder("sh", "-c", "tail -f /dev/null & echo started; wait"),
                "other",
                folder.resolve("log"));
        assertThat(child.answer()).isEqualTo("started");
        List<ProcessHandle> started = child.handle().descendants().toList();

        // when
        child.terminate();

        // then
        assertThat(started).hasSize(1).noneMatch(ProcessHandle::isAlive);
        assertThat(child.handle().isAlive()).isFalse();
    }

    private Child start(String command) throws IOException {
        Path log = folder.resolve("log");
        return Child.start(
                new ProcessBuilder("sh", "-c", command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile()),
                "other",
                log);
    }
}
