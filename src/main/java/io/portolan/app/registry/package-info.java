/**
 * The port registry between its sources and its topic: downloads it to a file, reads files, addresses and the topic, plans
 * what has to change, and publishes it in one transaction.
 */
package io.portolan.app.registry;
