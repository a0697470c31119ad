/** Stands for the kernel of uploads. */
@NullMarked
package clientportal.architecture.planted.uploads;

import org.jspecify.annotations.NullMarked;
