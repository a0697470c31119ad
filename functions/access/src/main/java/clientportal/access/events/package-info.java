/** Events: one fact each, written in the same transaction as the change it reports. */
@NullMarked
package clientportal.access.events;

import org.jspecify.annotations.NullMarked;
