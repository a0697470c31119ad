/** Portal accounts, from invitation or registration to revocation, and who the caller is. */
@NullMarked
package clientportal.accounts;

import org.jspecify.annotations.NullMarked;
