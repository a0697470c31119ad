/** A stand-in for a Cognito user pool, with its wire protocol, challenges, tokens and errors. */
@NullMarked
package clientportal.local.cognito;

import org.jspecify.annotations.NullMarked;
