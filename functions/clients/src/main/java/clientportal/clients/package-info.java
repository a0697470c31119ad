/** Clients, their contacts and the team assigned to each. */
@NullMarked
package clientportal.clients;

import org.jspecify.annotations.NullMarked;
