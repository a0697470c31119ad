/** Checks the examples of the published contract against it. */
@NullMarked
package clientportal.contract;

import org.jspecify.annotations.NullMarked;
