/** The commands as a user calls them, on a real broker and a real schema registry. */
package io.portolan.app.command;
