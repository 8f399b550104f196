/** Takes a job back to an earlier place of its inputs: offsets, changelogs and the state on this machine. */
package io.portolan.app.reset;
