import { AccountPage, steps } from '../../shared/account-page.js';
import { api } from '../../shared/api.js';
import { keepBrowserKey } from '../../shared/browser-key.js';
import { html } from '../../shared/element.js';
import { Form } from '../../shared/form.js';
import { t } from '../../shared/texts.js';
import { to } from '../paths.js';

/** A person's own request for an account with the firm. */
class RegisterPage extends AccountPage {
  at = 'form';

  form = new Form(this, async ({ name, email }) => {
    const body = { site: this.site.slug, name: name.trim(), email: email.trim() };
    keepBrowserKey('verification', await api.post('/v1/registrations', { open: true, body }));
    this.email = body.email;
    await this.step('sent');
  });

  title() {
    return this.at === 'sent' ? t('mailSent.title') : t('register.title', { firm: this.firm });
  }

  content() {
    const { form, site } = this;
    if (site.selfRegistration === 'off') {
      return html`<p class="lead">${t('register.off', { firm: this.firm })}</p>
        <p class="below"><a href=${to.site(site.slug)}>${t('signIn.title')}</a></p>`;
    }
    return this.at === 'sent'
      ? html`
          <p class="lead">${t('register.sent', { email: this.email })}</p>
          ${steps([t('mailSent.open'), t('mailSent.follow'), t(site.selfRegistration === 'review' ? 'register.reviewed' : 'mailSent.ready', { firm: this.firm })])}
          <p class="hint">${t('mailSent.missing')}</p>
        `
      : html`
          <p class="lead">${t(site.selfRegistration === 'review' ? 'register.lead.review' : 'register.lead', { firm: this.firm })}</p>
          ${this.welcome()}
          <form @submit=${form.submit} novalidate>
            ${form.alert()}
            ${form.field({ name: 'name', label: t('field.name'), autocomplete: 'name', required: true, maxlength: 120 })}
            ${form.field({ name: 'email', label: t('field.email'), type: 'email', autocomplete: 'email', required: true })}
            ${form.button(t('register.send'))}
          </form>
          <p class="below">${t('invitation.already')} <a href=${to.site(site.slug)}>${t('signIn.title')}</a></p>
        `;
  }
}

customElements.define('register-page', RegisterPage);
