/** The rules of a running job, exchanged when their files change; and what the commands tell of rules. */
package io.portolan.app.rules;
