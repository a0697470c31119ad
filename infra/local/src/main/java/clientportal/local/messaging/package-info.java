/**
 * Stands in for SES v2 and SNS over their wire protocols, and keeps what they sent in an outbox.
 */
@NullMarked
package clientportal.local.messaging;

import org.jspecify.annotations.NullMarked;
