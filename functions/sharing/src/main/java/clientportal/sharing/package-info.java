/** Shares: who an item is open to, and what is shared with a reader. */
@NullMarked
package clientportal.sharing;

import org.jspecify.annotations.NullMarked;
