/** Which field of a source fills which field of a flow: a table for each format, and the values of one record. */
@NullMarked
package io.portolan.flow.field;

import org.jspecify.annotations.NullMarked;
