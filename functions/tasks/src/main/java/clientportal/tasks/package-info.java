/** What clients, contacts and members of portals are to do, and what is said about it. */
@NullMarked
package clientportal.tasks;

import org.jspecify.annotations.NullMarked;
