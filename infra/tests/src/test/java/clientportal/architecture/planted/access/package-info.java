/** Stands for the shared kernel. */
@NullMarked
package clientportal.architecture.planted.access;

import org.jspecify.annotations.NullMarked;
