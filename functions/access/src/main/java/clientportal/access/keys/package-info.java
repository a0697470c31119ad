/** Paths of the API, account holders, and the keys of the table that are built from them. */
@NullMarked
package clientportal.access.keys;

import org.jspecify.annotations.NullMarked;
