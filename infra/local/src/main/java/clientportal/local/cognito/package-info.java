/**
 * Stands in for a Cognito user pool: its wire protocol, its challenges, its tokens and its errors.
 */
@NullMarked
package clientportal.local.cognito;

import org.jspecify.annotations.NullMarked;
