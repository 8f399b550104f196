/** JSON objects as flat fields, by a streaming parser; shared by the formats that are JSON. */
package io.portolan.flow.json;
