/** The commands, a class each: they read options, call what does the work, and print. */
package io.portolan.app.command;
