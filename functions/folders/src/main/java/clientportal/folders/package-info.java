/** Folders: created, listed, renamed and archived. */
@NullMarked
package clientportal.folders;

import org.jspecify.annotations.NullMarked;
