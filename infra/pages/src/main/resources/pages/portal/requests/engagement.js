import { repeat } from '../../lib/lit-html/directives/repeat.js';
import { api, path } from '../../shared/api.js';
import { html, nothing } from '../../shared/element.js';
import { Page, notice, problemText } from '../../shared/page.js';
import { crumbs } from '../../shared/parts.js';
import { orRead } from '../../shared/requests/part.js';
import { dueBadge, isDone, progressBar } from '../../shared/requests/parts.js';
import { t } from '../../shared/texts.js';
import { to } from '../paths.js';
import { membership } from '../place.js';
import './asked-item.js';

/** What goes on with an item, so where it stands on the page. */
const SECTIONS = [
  { name: 'needed', has: ({ status }) => status === 'open' },
  { name: 'sent', has: (item) => ['submitted', 'not-applicable'].includes(item.status) && !isDone(item) },
  { name: 'done', has: isDone },
];

/** What a firm asks a client or contact for in one engagement: files and answers are given here, and sent. An address may name an item. */
class EngagementPage extends Page {
  async load() {
    this.membership = await membership(this.params);
    const { firmId, clientId } = this.membership;
    this.clientApi = path`/v1/firms/${firmId}/clients/${clientId}`;
    this.api = `${this.clientApi}${path`/engagements/${this.params.engagementId}`}`;
    await this.#read();
  }

  #read = async () => {
    this.engagement = await api.get(this.api);
    this.requestUpdate();
  };

  /** The item that the address names, if it is there, comes first. */
  async arrived() {
    const item = [...this.querySelectorAll('asked-item')].find(({ item: { itemId } }) => itemId === this.params.itemId);
    if (!item) {
      super.arrived();
      return;
    }
    await item.updateComplete;
    item.querySelector('h3').focus();
  }

  get ready() {
    return this.engagement.items.filter(({ status, started }) => status === 'open' && started);
  }

  title() {
    return this.engagement.name;
  }

  above() {
    const { slug, clientId } = this.params;
    return crumbs([t('asked.home'), to.client(slug, clientId)], [this.engagement.name]);
  }

  heading() {
    const { dueOn, status, progress } = this.engagement;
    return html`<div class="head">
      ${super.heading()} ${dueBadge(dueOn, status === 'open' && progress.open > 0)}
    </div>`;
  }

  content() {
    const { engagement, membership: own } = this;
    const { items, progress, others, status } = engagement;
    return html`
      <p class="lead">${t('engagement.lead', { firm: own.firmName })}</p>
      ${progressBar(progress)}
      ${others ? progressBar(others, 'engagement.others') : nothing}
      <div class="stack">
        ${status === 'open' ? nothing : notice('note', t('engagement.ended'))}
        ${this.messages()}
      </div>
      ${SECTIONS.map(({ name, has }) => this.#section(name, items.filter(has)))}
    `;
  }

  #section(name, items) {
    return items.length === 0
      ? nothing
      : html`<section class="section" aria-labelledby=${name}>
          <h2 id=${name} tabindex="-1">${t(`engagement.${name}`, { firm: this.membership.firmName })}</h2>
          <ul class="items">
            ${repeat(items, ({ itemId }) => itemId, (item) => html`<li class="panel-box">${this.#item(item)}</li>`)}
          </ul>
          ${name === 'needed' && this.engagement.status === 'open' ? this.#send() : nothing}
        </section>`;
  }

  #item(item) {
    return html`<asked-item
      .item=${item}
      .api=${this.api}
      .clientApi=${this.clientApi}
      .engagement=${this.engagement}
      .membership=${this.membership}
      .slug=${this.params.slug}
      @changed=${({ detail }) => this.#changed(detail)}
      @outdated=${({ detail }) => this.#outdated(detail)}
      @send=${() => this.#submit([item])}
    ></asked-item>`;
  }

  #send() {
    const { ready } = this;
    const missing = this.engagement.items.filter(({ status, started, required }) => status === 'open' && required && !started).length;
    return html`<div class="panel-box send">
      <p>${t(ready.length === 0 ? 'send.nothing' : missing > 0 ? 'send.part' : 'send.all', { count: missing, firm: this.membership.firmName })}</p>
      ${ready.length === 0
        ? nothing
        : html`<button class="button primary" @click=${() => this.#submit()}>${t('send.ready', { count: ready.length })}</button>`}
    </div>`;
  }

  /** What is being typed is saved before. */
  async #submit(items) {
    await Promise.all([...this.querySelectorAll('asked-item')].map((each) => each.save()));
    let itemIds = [];
    const sent = await this.attempt(async () => {
      await this.#read();
      const wanted = items?.map(({ itemId }) => itemId);
      itemIds = this.ready.map(({ itemId }) => itemId).filter((id) => !wanted || wanted.includes(id));
      if (itemIds.length > 0) {
        await orRead(this.#read, () => api.post(`${this.api}/submissions`, { body: { itemIds }, once: true }));
        await this.#read();
      }
    });
    if (sent && itemIds.length === 0) {
      await this.#tell(t('send.none'), 'note');
    } else if (sent) {
      await this.#tell(t('send.done', { firm: this.membership.firmName }));
    }
  }

  /** @param done what to say of it, where it is not seen at its place */
  async #changed(done) {
    if ((await this.attempt(this.#read)) && done) {
      await this.#tell(done);
    }
  }

  async #outdated(problem) {
    await this.attempt(this.#read);
    await this.#tell(problemText(problem), 'bad');
  }

  async #tell(text, kind = 'good') {
    this.say(kind, text);
    await this.updateComplete;
    this.querySelector('h1').focus({ preventScroll: true });
    scrollTo(0, 0);
  }
}

customElements.define('engagement-page', EngagementPage);
