/** Numbers, times and lines as text logs write them; shared by the formats that are text. */
package io.portolan.flow.text;
