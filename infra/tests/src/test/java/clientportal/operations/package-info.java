/** What the people who run the portal need. */
@NullMarked
package clientportal.operations;

import org.jspecify.annotations.NullMarked;
