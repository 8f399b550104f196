/** Log files as they are opened: plain or gzip, a file or standard input, with the place up to which they were read. */
@NullMarked
package io.portolan.app.log;

import org.jspecify.annotations.NullMarked;
