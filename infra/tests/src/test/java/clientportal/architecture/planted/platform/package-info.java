/** Stands for the kernel. */
@NullMarked
package clientportal.architecture.planted.platform;

import org.jspecify.annotations.NullMarked;
