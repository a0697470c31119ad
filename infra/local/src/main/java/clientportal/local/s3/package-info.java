/** S3 in this JVM: s3proxy, behind a gate that refuses what S3 refuses. */
@NullMarked
package clientportal.local.s3;

import org.jspecify.annotations.NullMarked;
