import { Paged, path } from '../../shared/api.js';
import { html, nothing } from '../../shared/element.js';
import { Page } from '../../shared/page.js';
import { blank, crumbs, moreButton } from '../../shared/parts.js';
import { t } from '../../shared/texts.js';
import { sharedRow } from '../parts.js';
import { to } from '../paths.js';
import { membership } from '../place.js';

/** What a firm shares with a client: folders, single documents, and notes. */
export class SharedPage extends Page {
  archived = false;

  async load() {
    this.membership = await membership(this.params);
    const { firmId, clientId } = this.membership;
    this.list = new Paged(path`/v1/firms/${firmId}/clients/${clientId}/shared`, {
      limit: 50,
      archived: this.archived || undefined,
    });
    await Promise.all([this.list.more(), this.readAsked()]);
  }

  /** What is asked of the person; how it is shown is read only where there is something. */
  async readAsked() {
    const { firmId, clientId } = this.membership;
    const asked = await new Paged(path`/v1/firms/${firmId}/clients/${clientId}/engagements`, { limit: 20 }).more();
    if (asked.items.length > 0) {
      const { askedSection } = await import('../requests/asked.js');
      this.askedView = () => askedSection(asked, this.params, moreButton(this, asked));
    }
  }

  askedView() {
    return nothing;
  }

  title() {
    return t('shared.title');
  }

  /** The way to the other clients of a portal. */
  above() {
    const { portal, clientName } = this.membership;
    return portal?.clients.length > 1 ? crumbs([portal.name, to.portal(this.params.slug, portal.portalId)], [clientName]) : nothing;
  }

  lead() {
    const { firmName: firm, clientName: name, portal } = this.membership;
    return portal ? t(`shared.lead.${portal.role}`, { firm, name }) : t('shared.lead', { firm, name });
  }

  empty() {
    return blank('folder', t('shared.empty.title'), t('shared.empty.text', { firm: this.membership.firmName }));
  }

  content() {
    return html`
      ${this.messages()} ${this.askedView()}
      <p class="lead">${this.lead()}</p>
      ${this.list.items.length === 0
        ? this.empty()
        : html`<ul class="rows" aria-label=${t('shared.list')}>
            ${this.list.items.map((item) => html`<li>${sharedRow(item, this.params)}</li>`)}
          </ul>`}
      ${moreButton(this, this.list)}
    `;
  }
}

customElements.define('shared-page', SharedPage);
