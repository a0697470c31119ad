/** Another address of a client, contact or member, and what it means for their account. */
@NullMarked
package clientportal.access.addresses;

import org.jspecify.annotations.NullMarked;
