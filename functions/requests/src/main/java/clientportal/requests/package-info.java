/** What firms ask their clients for, and the checklists from which they ask. */
@NullMarked
package clientportal.requests;

import org.jspecify.annotations.NullMarked;
