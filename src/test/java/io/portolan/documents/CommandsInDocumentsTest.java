package io.portolan.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

class CommandsInDocumentsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "./portolan",
                "$ ./portolan label --format zeek-conn conn.log | head",
                "zcat conn.log.gz | ./portolan label --format=zeek-conn -",
                "./portolan registry load \"a file.csv\"  # as published",
                "./portolan <command> --help",
                "cp ./portolan-notes elsewhere --quickly",
            })
    void aCommandThatExistsIsRight(String line) {
        assertThat(new CommandCheck(portolan()).problem(line)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ./portolan lable conn.log,       'portolan' has no command lable in: ./portolan lable conn.log
            ./portolan label --formt x,      'portolan label' has no option --formt in: ./portolan label --formt x
            ./portolan registry burn it,     'portolan registry' has no command burn in: ./portolan registry burn it
            FOO=1 ./portolan label --once,   'portolan label' has no option --once in: FOO=1 ./portolan label --once
            """, quoteCharacter = '"')
    void aCommandOrOptionThatDoesNotExistIsNamed(String line, String problem) {
        assertThat(new CommandCheck(portolan()).problem(line)).contains(problem);
    }

    @Test
    void codeBlocksAndBackticksAreRead() {
        Markdown document = new Markdown(Path.of("docs/x.md"), """
                Run `./portolan one` or ./portolan two:

                ```sh
                ./portolan label \\
                    --three
                ```
                """);

        assertThat(CommandCheck.problems(portolan(), List.of(document)))
                .containsExactly(
                        "docs/x.md: 'portolan label' has no option --three in: ./portolan label  --three",
                        "docs/x.md: 'portolan' has no command one in: ./portolan one");
    }

    private static CommandSpec portolan() {
        CommandSpec load = CommandSpec.create()
                .addPositional(PositionalParamSpec.builder().paramLabel("FILE").build());
        CommandSpec label = CommandSpec.create()
                .addOption(OptionSpec.builder("--format").type(String.class).build())
                .addPositional(PositionalParamSpec.builder().paramLabel("FILE").build());
        return CommandSpec.create()
                .name("portolan")
                .addOption(OptionSpec.builder("--help").usageHelp(true).build())
                .addSubcommand("label", label)
                .addSubcommand("registry", CommandSpec.create().addSubcommand("load", load));
    }
}
