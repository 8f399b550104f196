package io.portolan.app.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a statement needs is known before any topic is read. */
class QuestionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            select count(*) from flows                                            | flows
            select * from FLOWS f join alerts a on f.dst_port = a.port            | flows alerts
            with alerts as (select * from flows) select * from alerts             | flows
            with flows as (select 1) select * from flows                          |
            select (select max(score) from alerts)                                | alerts
            summarize flows                                                       | flows
            describe flows                                                        |
            show tables                                                           |
            select 'from alerts'                                                  |
            """)
    void onlyTheTopicsOfTheTablesThatAStatementReadsAreRead(String statement, String tables) throws Exception {
        try (Question question = Question.ask(statement, "1GB", List.of())) {
            assertThat(question.tables())
                    .extracting(TopicTable::name)
                    .containsExactlyElementsOf(tables == null ? List.of() : List.of(tables.split(" ")));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            select * from flow               | there is no table flow; did you mean flows\\? The tables are .* \\(line 1, column 15\\)
            from "port-alerts"               | there is no table port-alerts; did you mean alerts\\? The tables are .*
            select srvice from flows         | Referenced column "srvice" not found in FROM clause!(?s:.*)"service"(?s:.*)\\(line 1, column 8\\)
            selec 1                          | syntax error at or near "selec" \\(line 1, column 1\\)
            select 1; select 2               | there are 2 statements; give one
            '  '                             | there is no statement; .*
            from 'data.csv'                  | Cannot access file "data.csv" - file system operations are disabled .*
            from read_csv('data.csv')        | Cannot access file "data.csv" - file system operations are disabled .*
            """, quoteCharacter = '`')
    void aStatementThatCannotBeRunIsToldWithThePlace(String statement, String message) {
        assertThatThrownBy(() -> Question.ask(statement.replace("'  '", "  "), "1GB", List.of()))
                .isInstanceOf(InvalidSqlException.class)
                .message()
                .matches(message);
    }

    @Test
    void thePlaceIsCountedInCharactersOfItsLine() {
        assertThatThrownBy(() -> Question.ask("select 'é',\n  'é', nothing\nfrom flows", "1GB", List.of()))
                .hasMessageEndingWith("(line 2, column 8)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table flows",
                "copy (select 1) to 'out.csv'",
                "attach 'other.db'",
                "install httpfs",
                "set memory_limit = '1TB'",
                "insert into flows select * from flows",
                "create table t as select 1"
            })
    void aStatementCanOnlyRead(String statement) {
        assertThatThrownBy(() -> Question.ask(statement, "1GB", List.of()))
                .isInstanceOf(InvalidSqlException.class)
                .hasMessageStartingWith("only statements that read are run");
    }

    @Test
    void anAmountOfMemoryThatIsNoneIsTold() {
        assertThatThrownBy(() -> Question.ask("select 1", "lots", List.of()))
                .hasMessage("--memory lots is no amount of memory; for example 2GB or 50%");
    }

    @Test
    void aFaultInTheDataIsToldWhenTheAnswerIsMade() throws Exception {
        try (Question question =
                Question.ask("select cast(x as int) from (values ('1'), ('x')) t(x)", "1GB", List.of())) {
            assertThatThrownBy(question::answer)
                    .hasMessage("Could not convert string 'x' to INT32 when casting from source column x"
                            + " (line 1, column 8)");
        }
    }
}
