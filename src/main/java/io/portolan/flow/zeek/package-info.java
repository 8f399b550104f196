/** Zeek's connection log, {@code conn.log}, as JSON and as tab-separated values. */
package io.portolan.flow.zeek;
