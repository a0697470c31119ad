/** Ids of everything that has one, and addresses, as types instead of texts. */
@NullMarked
package clientportal.access.ids;

import org.jspecify.annotations.NullMarked;
