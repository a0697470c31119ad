/**
 * The one table as the features see it: items, conditions and transactions, without the AWS SDK.
 */
@NullMarked
package clientportal.platform.table;

import org.jspecify.annotations.NullMarked;
