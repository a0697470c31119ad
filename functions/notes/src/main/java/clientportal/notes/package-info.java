/** Notes that staff write about clients, and the activity log of a client. */
@NullMarked
package clientportal.notes;

import org.jspecify.annotations.NullMarked;
