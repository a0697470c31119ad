/** Stands for the package of the port to the table. */
@NullMarked
package clientportal.architecture.planted.platform.table;

import org.jspecify.annotations.NullMarked;
