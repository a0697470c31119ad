/** What those need who run the portal. */
@NullMarked
package clientportal.operations;

import org.jspecify.annotations.NullMarked;
