/** Shares: who a folder is open to, and what is shared with a reader. */
@NullMarked
package clientportal.sharing;

import org.jspecify.annotations.NullMarked;
