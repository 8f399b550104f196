/**
 * Says who is the server of a flow and on what evidence, whether a rule watches its port, and what the flow is then:
 * session, probe, coincidence or uncertain. One flow at a time, without state.
 */
package io.portolan.judge;
