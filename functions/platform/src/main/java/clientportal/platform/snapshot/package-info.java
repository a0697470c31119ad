/** What happens before Lambda takes the snapshot of a started function (SnapStart). */
@NullMarked
package clientportal.platform.snapshot;

import org.jspecify.annotations.NullMarked;
