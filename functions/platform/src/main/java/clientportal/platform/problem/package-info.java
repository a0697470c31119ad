/** The problems (RFC 9457) that end a request, whatever the protocol that carries them. */
@NullMarked
package clientportal.platform.problem;

import org.jspecify.annotations.NullMarked;
