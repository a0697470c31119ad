import { SignInPage } from '../../shared/sign-in.js';

/** Signing in to the staff's pages. */
class StaffSignIn extends SignInPage {}

customElements.define('staff-sign-in', StaffSignIn);
