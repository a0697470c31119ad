/** Stand-ins for SES v2 and SNS with their wire protocols, and the outbox of what they sent. */
@NullMarked
package clientportal.local.messaging;

import org.jspecify.annotations.NullMarked;
