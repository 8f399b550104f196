/** What keeps text from files, the network and the registry from steering the terminal that it is printed on. */
@NullMarked
package io.portolan.app.terminal;

import org.jspecify.annotations.NullMarked;
