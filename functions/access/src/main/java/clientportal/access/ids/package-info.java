/** Ids, email addresses and languages as types instead of strings. */
@NullMarked
package clientportal.access.ids;

import org.jspecify.annotations.NullMarked;
