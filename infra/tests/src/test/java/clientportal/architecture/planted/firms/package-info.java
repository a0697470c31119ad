/** Stands for a feature that breaks the rules. */
@NullMarked
package clientportal.architecture.planted.firms;

import org.jspecify.annotations.NullMarked;
