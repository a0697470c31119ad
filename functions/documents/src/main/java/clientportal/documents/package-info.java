/** Folders and documents: declared, uploaded, verified, listed, downloaded. */
@NullMarked
package clientportal.documents;

import org.jspecify.annotations.NullMarked;
