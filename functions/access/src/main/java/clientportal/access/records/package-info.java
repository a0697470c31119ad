/** The records that several features write or read, each with its mapping to and from the table. */
@NullMarked
package clientportal.access.records;

import org.jspecify.annotations.NullMarked;
