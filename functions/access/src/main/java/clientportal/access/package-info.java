/** Who may do what to which item, now: ids, key shapes, links and grants, and one decision. */
@NullMarked
package clientportal.access;

import org.jspecify.annotations.NullMarked;
