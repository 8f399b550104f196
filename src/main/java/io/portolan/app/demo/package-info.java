/** The demo: a cluster in the process, the job on it, flow logs through it, and a summary of what came out. */
package io.portolan.app.demo;
