/** The HTTP API in front of the functions: routes, tokens, payload format 2.0, CORS. */
@NullMarked
package clientportal.local.http;

import org.jspecify.annotations.NullMarked;
