/** Serves the contract, as a file and as a page. */
@NullMarked
package clientportal.local.docs;

import org.jspecify.annotations.NullMarked;
