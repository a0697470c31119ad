/** JSON as plain Java values, read and written by a streaming parser. */
@NullMarked
package clientportal.platform.json;

import org.jspecify.annotations.NullMarked;
