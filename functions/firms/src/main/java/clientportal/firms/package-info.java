/** Firms and their staff. */
@NullMarked
package clientportal.firms;

import org.jspecify.annotations.NullMarked;
