/** Portals: named groups of clients, and the members who are let in. */
@NullMarked
package clientportal.portals;

import org.jspecify.annotations.NullMarked;
