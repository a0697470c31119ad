import { SecurityPage } from '../../shared/security/security.js';

/** Staff and operators may have to sign in with a second factor. */
class AccountPage extends SecurityPage {
  factors = true;
}

customElements.define('account-page', AccountPage);
