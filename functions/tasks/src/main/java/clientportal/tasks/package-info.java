/** What staff ask people to do, and the comments on it. */
@NullMarked
package clientportal.tasks;

import org.jspecify.annotations.NullMarked;
