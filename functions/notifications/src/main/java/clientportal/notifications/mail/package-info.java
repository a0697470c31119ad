/** Writes and sends mail; it needs nothing of the rest of the module. */
@NullMarked
package clientportal.notifications.mail;

import org.jspecify.annotations.NullMarked;
