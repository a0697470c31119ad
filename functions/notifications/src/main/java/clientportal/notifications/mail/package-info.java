/** Writes and sends mails, independently of the rest of the module. */
@NullMarked
package clientportal.notifications.mail;

import org.jspecify.annotations.NullMarked;
