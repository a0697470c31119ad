/** Opening items to recipients and closing them: the set that staff send, and what it changes. */
@NullMarked
package clientportal.access.shares;

import org.jspecify.annotations.NullMarked;
