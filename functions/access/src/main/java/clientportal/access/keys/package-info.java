/** Where everything is stored: paths of the API, account holders, and the keys made of them. */
@NullMarked
package clientportal.access.keys;

import org.jspecify.annotations.NullMarked;
