/** Gathers flows on a watched port into one story per server, or per scanner, and tells it: at once, then in updates. */
package io.portolan.alert.story;
