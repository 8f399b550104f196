/** The page in a real browser. */
package io.portolan.app.page;
