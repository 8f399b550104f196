/** What a person starts: the command line, and below it the job, the demo and everything that runs them. */
package io.portolan.app;
