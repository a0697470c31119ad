/** The addresses where a firm's clients sign in, and how their pages look. */
@NullMarked
package clientportal.sites;

import org.jspecify.annotations.NullMarked;
