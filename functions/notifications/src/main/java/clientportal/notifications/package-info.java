/** Turns events into notices and notices into mails; only this module sends mail. */
@NullMarked
package clientportal.notifications;

import org.jspecify.annotations.NullMarked;
