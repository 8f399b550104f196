/** Flows as Kentik's ktranslate writes them as JSON. */
@NullMarked
package io.portolan.flow.ktranslate;

import org.jspecify.annotations.NullMarked;
