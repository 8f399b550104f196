/** Tests of what a job answers on HTTP, over real sockets. */
package io.portolan.app.http;
