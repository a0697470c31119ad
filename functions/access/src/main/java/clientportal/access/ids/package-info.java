/** Ids and email addresses as types instead of strings. */
@NullMarked
package clientportal.access.ids;

import org.jspecify.annotations.NullMarked;
