/** Decides whether a caller may do something to an item now, from plain values and without I/O. */
@NullMarked
package clientportal.access.decision;

import org.jspecify.annotations.NullMarked;
