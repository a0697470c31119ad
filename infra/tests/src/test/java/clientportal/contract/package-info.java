/** Whether the examples of the published contract keep to it. */
@NullMarked
package clientportal.contract;

import org.jspecify.annotations.NullMarked;
