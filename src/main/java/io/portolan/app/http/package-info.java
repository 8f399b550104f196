/** What a running job answers on HTTP: health, metrics, questions to its state, and the page. */
@NullMarked
package io.portolan.app.http;

import org.jspecify.annotations.NullMarked;
