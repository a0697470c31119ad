/** Derives the import file of the HTTP API from the published contract. */
@NullMarked
package clientportal.gateway;

import org.jspecify.annotations.NullMarked;
