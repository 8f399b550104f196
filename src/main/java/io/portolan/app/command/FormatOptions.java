package io.portolan.app.command;

import io.portolan.flow.FlowFormat;
import io.portolan.flow.FlowParser;
import io.portolan.flow.format.FlowFormats;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of every command that reads logs: what they are written in. */
final class FormatOptions {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = FormatNames.class,
            completionCandidates = FormatNames.class,
            description = "Format of the logs, required: ${COMPLETION-CANDIDATES}.")
    private @Nullable FlowFormat format;

    @Option(
            names = "--fields",
            paramLabel = "\"NAME ...\"",
            defaultValue = "",
            description = "Order of the columns where a format has columns, separated by blanks or commas.")
    private String fields;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** The format; a command line without one is wrong. */
    FlowFormat format() {
        if (format == null) {
            throw new ParameterException(
                    command.commandLine(),
                    "--format is missing: what are the logs? Known are " + String.join(", ", new FormatNames()));
        }
        return format;
    }

    /** The order of the columns, empty for the format's own; a command line with columns that it cannot have is wrong. */
    List<String> columns() {
        List<String> columns = FlowFormats.columns(fields);
        parser(columns);
        return columns;
    }

    /** A parser of the format, with these columns. */
    FlowParser parser() {
        return parser(FlowFormats.columns(fields));
    }

    private FlowParser parser(List<String> columns) {
        try {
            return format().parser().apply(columns);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--fields: " + e.getMessage());
        }
    }
}
