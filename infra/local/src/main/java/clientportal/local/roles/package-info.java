/** What functions may do: their roles are kept to as on AWS, and what they use of them is noted. */
@NullMarked
package clientportal.local.roles;

import org.jspecify.annotations.NullMarked;
