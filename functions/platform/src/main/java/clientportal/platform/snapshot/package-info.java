/** What is done around the snapshot that Lambda takes of a started function (SnapStart). */
@NullMarked
package clientportal.platform.snapshot;

import org.jspecify.annotations.NullMarked;
