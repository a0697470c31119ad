import { SecurityPage } from '../../shared/security.js';

customElements.define('account-page', SecurityPage);
