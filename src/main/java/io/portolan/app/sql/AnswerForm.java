package io.portolan.app.sql;

import java.io.IOException;
import java.io.Writer;
import java.sql.SQLException;

/** A form in which an answer is printed. */
@FunctionalInterface
public interface AnswerForm {
    /**
     * Prints all of it.
     *
     * @return how many rows there are
     * @throws IOException if it cannot be written
     */
    long print(Answer answer, Writer out) throws IOException, SQLException;
}
