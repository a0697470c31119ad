/** Stands for a package of an upper layer. */
@NullMarked
package clientportal.architecture.planted.platform.above;

import org.jspecify.annotations.NullMarked;
