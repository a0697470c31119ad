/** AWS clients as every function builds them, and the table on DynamoDB. */
@NullMarked
package clientportal.platform.aws;

import org.jspecify.annotations.NullMarked;
