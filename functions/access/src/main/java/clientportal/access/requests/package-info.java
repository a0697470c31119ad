/**
 * Where the items of an engagement stand, and what each call does to them: pure functions of the
 * engagement and all its items.
 */
@NullMarked
package clientportal.access.requests;

import org.jspecify.annotations.NullMarked;
