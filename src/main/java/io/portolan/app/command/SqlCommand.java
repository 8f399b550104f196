package io.portolan.app.command;

import io.portolan.app.config.PortolanConfig;
import io.portolan.app.label.OutputException;
import io.portolan.app.label.OutputFormat;
import io.portolan.app.label.StandardOutput;
import io.portolan.app.sql.Answer;
import io.portolan.app.sql.AnswerForm;
import io.portolan.app.sql.CsvRows;
import io.portolan.app.sql.InvalidSqlException;
import io.portolan.app.sql.JsonRows;
import io.portolan.app.sql.ParquetFile;
import io.portolan.app.sql.Question;
import io.portolan.app.sql.TableRows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code portolan sql}: answers a question in SQL from the topics. */
@Command(
        name = "sql",
        description = {
            "Answer a question in SQL from the topics that the job writes: flows, alerts (portolan sql \"show tables\").",
            "The topics that the statement names are read into an embedded DuckDB, committed records only, and the answer"
                    + " is printed or written as Parquet. A statement can only read, and reaches neither files nor the"
                    + " network. A service name is a hint from the port registry, not a detected protocol."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The answer is complete.",
            "1:The statement is wrong, a topic is missing, the cluster does not answer, or the answer cannot be written.",
            "2:The command line is wrong.",
            "141:Whoever read the output closed it, as head does."
        })
public final class SqlCommand implements Callable<Integer> {
    private static final int BROKEN_PIPE = 141;

    @Option(
            names = "--output",
            paramLabel = "FORM",
            defaultValue = "table",
            description =
                    "Form of the answer: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); json has an object a"
                            + " line.")
    private OutputFormat form;

    @Option(
            names = "--parquet",
            paramLabel = "FILE",
            description = "Write the answer to this Parquet file instead, in place of what it holds.")
    private @Nullable Path parquet;

    @Mixin
    private SqlBounds bounds;

    @Option(names = "--file", paramLabel = "FILE", description = "Read the statement from this file.")
    private @Nullable Path file;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            defaultValue = "50%",
            description = "Memory that DuckDB may use before it writes to a temporary folder, for example 2GB (default:"
                    + " half of the machine's).")
    private String memory;

    @Option(names = "--quiet", description = "Show no progress, and no note that a topic is empty.")
    private boolean quiet;

    @Mixin
    private ClusterOptions cluster;

    @Parameters(
            paramLabel = "STATEMENT",
            arity = "0..1",
            description = "One SELECT in DuckDB's SQL; - or none is standard input.")
    private @Nullable String statement;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, SQLException {
        checkOptions();
        PortolanConfig config = cluster.config();
        var within = bounds.of(config.topics(), Instant.now());
        Optional<ParquetFile> target = parquet == null ? Optional.empty() : Optional.of(ParquetFile.replacing(parquet));
        SqlReport report = new SqlReport(spec.commandLine().getErr(), quiet);
        try (Question question = Question.ask(
                statement(), memory, target.map(ParquetFile::part).stream().toList())) {
            StopSignal signal = StopSignal.end(() -> {
                question.abandon();
                target.ifPresent(ParquetFile::abandon);
            });
            try {
                question.load(config, within, report);
                return answer(question.answer(), target);
            } finally {
                signal.ended();
                report.end();
            }
        } catch (InvalidSqlException | IllegalArgumentException e) {
            throw new Failure(e.getMessage(), e);
        }
    }

    private void checkOptions() {
        if (file != null && statement != null) {
            throw new ParameterException(spec.commandLine(), "give the statement or --file, not both");
        }
        if (parquet != null && spec.commandLine().getParseResult().hasMatchedOption("--output")) {
            throw new ParameterException(spec.commandLine(), "--parquet writes a file; it does not go with --output");
        }
    }

    private String statement() throws IOException {
        if (file != null) {
            return Files.readString(file);
        }
        return statement == null || statement.equals("-")
                ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                : statement;
    }

    private int answer(Answer answer, Optional<ParquetFile> target) throws IOException, SQLException {
        if (target.isPresent()) {
            long rows = target.get().write(answer);
            spec.commandLine().getErr().println("portolan: %,d rows written to %s".formatted(rows, parquet));
            return 0;
        }
        try {
            rows().print(answer, StandardOutput.buffered(spec.commandLine().getOut()));
            return 0;
        } catch (OutputException e) {
            if (e.isBrokenPipe()) {
                return BROKEN_PIPE;
            }
            throw e;
        }
    }

    private AnswerForm rows() {
        return switch (form) {
            case JSON -> new JsonRows();
            case TABLE -> new TableRows();
            case CSV -> new CsvRows();
        };
    }
}
