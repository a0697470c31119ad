/** Enforces the functions' roles, as on AWS, and records which permissions they use. */
@NullMarked
package clientportal.local.roles;

import org.jspecify.annotations.NullMarked;
