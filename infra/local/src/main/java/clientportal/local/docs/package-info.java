/** The published contract, as a file and as a page to read. */
@NullMarked
package clientportal.local.docs;

import org.jspecify.annotations.NullMarked;
