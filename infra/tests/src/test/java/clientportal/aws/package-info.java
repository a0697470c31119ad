/**
 * The AWS that the tests of the adapters run on: the parts that the local stack embeds, or
 * LocalStack.
 */
@NullMarked
package clientportal.aws;

import org.jspecify.annotations.NullMarked;
