/** Turns a judged flow on a watched port into an alert that can be understood by someone who reads nothing else. */
package io.portolan.alert;
