package io.portolan.app.command;

import io.portolan.app.logging.ProcessLog;
import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a job says of itself on standard error: lines for a person, or lines of the log where that is JSON. */
final class RunLines {
    private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

    private final PrintWriter err;

    RunLines(PrintWriter err) {
        this.err = err;
    }

    void tell(String line) {
        if (ProcessLog.isJson()) {
            LOG.info("{}", line);
        } else {
            err.println("portolan: " + line);
        }
    }

    void fail(String line, Throwable fault) {
        if (ProcessLog.isJson()) {
            LOG.error("{}", line, fault);
        } else {
            err.println("portolan: " + line);
        }
    }
}
