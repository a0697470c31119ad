/** Who is notified of an event, of what, by which channel and when. */
@NullMarked
package clientportal.delivery;

import org.jspecify.annotations.NullMarked;
