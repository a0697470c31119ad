/** The HTTP edge: one request of the API in, one response or problem out. */
@NullMarked
package clientportal.platform.http;

import org.jspecify.annotations.NullMarked;
