/** The log of the process: as text or as one JSON object a line, without repetition. */
package io.portolan.app.logging;
