/** Stands for the kernel of notices. */
@NullMarked
package clientportal.architecture.planted.delivery;

import org.jspecify.annotations.NullMarked;
