/** Tests of the broker, and the extension that lends it to the tests of other packages. */
@NullMarked
package io.portolan.app.broker;

import org.jspecify.annotations.NullMarked;
