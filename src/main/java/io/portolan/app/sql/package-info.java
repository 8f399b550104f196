/** Questions in SQL: topics are read into tables of an embedded DuckDB, which answers. */
@NullMarked
package io.portolan.app.sql;

import org.jspecify.annotations.NullMarked;
