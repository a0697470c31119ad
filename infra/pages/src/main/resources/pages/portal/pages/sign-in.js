import { SignInPage } from '../../shared/sign-in.js';
import { html, nothing } from '../../shared/element.js';
import { t } from '../../shared/texts.js';
import { to } from '../paths.js';

/** Signing in to the portal; where a firm lets people register, the way there. */
class PortalSignIn extends SignInPage {
  registration() {
    return this.site && this.site.selfRegistration !== 'off'
      ? html`<p class="below">${t('register.none')} <a href=${to.register(this.site.slug)}>${t('register.link')}</a></p>`
      : nothing;
  }
}

customElements.define('portal-sign-in', PortalSignIn);
