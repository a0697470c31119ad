/** Reads who a caller is in a firm and decides what they may do; idempotency of requests. */
@NullMarked
package clientportal.access;

import org.jspecify.annotations.NullMarked;
