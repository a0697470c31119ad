import { SecurityPage } from '../../shared/security/security.js';

customElements.define('account-page', SecurityPage);
