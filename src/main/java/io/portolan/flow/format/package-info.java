/** The table of input formats. */
package io.portolan.flow.format;
