/** Avro records as JSON for people and tools: unions as plain values, times in ISO 8601. */
@NullMarked
package io.portolan.app.json;

import org.jspecify.annotations.NullMarked;
