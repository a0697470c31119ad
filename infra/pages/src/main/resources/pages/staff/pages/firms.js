import { api } from '../../shared/api.js';
import { app } from '../../shared/app.js';
import { html, nothing } from '../../shared/element.js';
import { icon } from '../../shared/icons.js';
import { me } from '../../shared/me.js';
import { Page, missing } from '../../shared/page.js';
import { t } from '../../shared/texts.js';
import { FormDialog } from '../../shared/form-dialog.js';
import { to } from '../paths.js';

/** After signing in: the one firm that the person works for, or a choice; for an operator, new firms. */
class FirmsPage extends Page {
  async load() {
    const { staffOf, operator, email } = await me();
    if (staffOf.length === 1 && !operator) {
      app.go(to.firm(staffOf[0].firmId), { replace: true });
      return new Promise(() => {});
    }
    Object.assign(this, { staffOf, operator, email });
  }

  title() {
    return t(this.staffOf.length > 0 || this.operator ? 'firms.title' : 'firms.none.title');
  }

  heading() {
    return html`<div class="head">
      ${super.heading()}
      ${this.operator
        ? html`<button class="button primary" @click=${() => this.#create()}>${icon('plus')}${t('firms.new')}</button>`
        : nothing}
    </div>`;
  }

  content() {
    const { staffOf, operator, email } = this;
    return html`
      ${this.message ? html`<div class="stack">${this.messages()}</div>` : nothing}
      ${staffOf.length === 0
        ? html`<p class="lead">${operator ? t('firms.operator') : t('firms.none.text', { email })}</p>`
        : html`<ul class="cards">
            ${staffOf.map(
              (each) => html`<li>
                <a class="card" href=${to.firm(each.firmId)}>
                  <span class="tile person" aria-hidden="true">${icon('people')}</span>
                  <span class="grow"><strong>${each.firmName}</strong><span class="sub">${t(`role.${each.role}`)}</span></span>
                  ${icon('chevron')}
                </a>
              </li>`,
            )}
          </ul>`}
    `;
  }

  async #create() {
    const firm = await NewFirm.open();
    if (firm) {
      this.say('good', t('firms.created', { name: firm.name }));
    }
  }
}

class NewFirm extends FormDialog {
  heading() {
    return t('firms.new');
  }

  action() {
    return t('firms.create');
  }

  fields(form) {
    return html`
      ${form.field({ name: 'firm', label: t('firms.name'), required: true, maxlength: 120 })}
      ${form.field({ name: 'slug', label: t('firms.slug'), hint: t('firms.slug.hint'), required: true, pattern: '[a-z0-9][a-z0-9\\-]{1,61}[a-z0-9]', autocapitalize: 'none' })}
      ${form.field({ name: 'administrator', label: t('firms.administrator'), required: true, maxlength: 120 })}
      ${form.field({ name: 'email', label: t('field.email'), type: 'email', required: true })}
    `;
  }

  send({ firm, slug, administrator, email }) {
    return api.post('/v1/firms', { body: { name: firm, slug, administrator: { name: administrator, email } }, once: true });
  }
}

/** An address that is none of the staff's pages. */
class NowherePage extends Page {
  title() {
    return t('missing.title');
  }

  view() {
    return missing(t('missing.title'), t('missing.address'), html`<a class="button" href="/">${t('missing.home')}</a>`);
  }
}

customElements.define('new-firm', NewFirm);
customElements.define('firms-page', FirmsPage);
customElements.define('nowhere-page', NowherePage);
