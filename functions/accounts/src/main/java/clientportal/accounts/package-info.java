/** Portal accounts: invited, verified, active; and who a signed-in person is. */
@NullMarked
package clientportal.accounts;

import org.jspecify.annotations.NullMarked;
