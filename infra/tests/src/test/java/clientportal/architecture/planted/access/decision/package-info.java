/** Stands for the decision. */
@NullMarked
package clientportal.architecture.planted.access.decision;

import org.jspecify.annotations.NullMarked;
