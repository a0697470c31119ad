/** Notes that staff write about one client or several, and the logs of a client and a firm. */
@NullMarked
package clientportal.notes;

import org.jspecify.annotations.NullMarked;
