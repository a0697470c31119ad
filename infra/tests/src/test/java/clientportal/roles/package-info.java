/** Checks that roles grant what functions use, and nothing else. */
@NullMarked
package clientportal.roles;

import org.jspecify.annotations.NullMarked;
