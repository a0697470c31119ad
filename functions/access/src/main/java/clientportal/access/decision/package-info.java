/**
 * The one decision: may this caller do this to this item, now? Plain values in, a verdict out; no
 * I/O.
 */
@NullMarked
package clientportal.access.decision;

import org.jspecify.annotations.NullMarked;
