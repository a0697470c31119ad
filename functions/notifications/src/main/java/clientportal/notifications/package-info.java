/** Events to notices, and notices to mail: the one module that sends. */
@NullMarked
package clientportal.notifications;

import org.jspecify.annotations.NullMarked;
