/** S3 in this JVM: s3proxy, and the checks of S3 that it lacks. */
@NullMarked
package clientportal.local.s3;

import org.jspecify.annotations.NullMarked;
