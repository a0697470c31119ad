/** Records that several features read or write, each with its mapping to and from the table. */
@NullMarked
package clientportal.access.records;

import org.jspecify.annotations.NullMarked;
