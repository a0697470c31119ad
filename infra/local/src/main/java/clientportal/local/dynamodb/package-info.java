/** DynamoDB Local in this JVM, and its streams. */
@NullMarked
package clientportal.local.dynamodb;

import org.jspecify.annotations.NullMarked;
