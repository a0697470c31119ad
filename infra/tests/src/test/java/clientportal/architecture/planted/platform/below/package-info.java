/** Stands for a package of a lower layer. */
@NullMarked
package clientportal.architecture.planted.platform.below;

import org.jspecify.annotations.NullMarked;
