/** Documents and their versions: declared, uploaded, settled, listed, downloaded. */
@NullMarked
package clientportal.documents;

import org.jspecify.annotations.NullMarked;
