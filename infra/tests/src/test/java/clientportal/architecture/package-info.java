/** What the code of the functions keeps to, checked on the compiled classes. */
@NullMarked
package clientportal.architecture;

import org.jspecify.annotations.NullMarked;
