/** Derives what the HTTP API imports from the published contract. */
@NullMarked
package clientportal.gateway;

import org.jspecify.annotations.NullMarked;
