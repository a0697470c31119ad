import { repeat } from '../../lib/lit-html/directives/repeat.js';
import { api, path } from '../../shared/api.js';
import { html, nothing } from '../../shared/element.js';
import { Page, notice } from '../../shared/page.js';
import { crumbs } from '../../shared/parts.js';
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

/** What a firm asks a client or contact for in one engagement: files and answers are given here, and sent. */
class EngagementPage extends Page {
  async load() {
    this.membership = await membership(this.params);
    const { firmId, clientId } = this.membership;
    this.clientApi = path`/v1/firms/${firmId}/clients/${clientId}`;
    this.api = `${this.clientApi}${path`/engagements/${this.params.engagementId}`}`;
    await this.#read();
  }

  async #read() {
    this.engagement = await api.get(this.api);
    this.requestUpdate();
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
      ${others ? html`<p class="hint">${t('engagement.others', { settled: others.settled, required: others.required })}</p>` : nothing}
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
    const sent = await this.attempt(async () => {
      await this.#read();
      const wanted = items?.map(({ itemId }) => itemId);
      const itemIds = this.ready.map(({ itemId }) => itemId).filter((id) => !wanted || wanted.includes(id));
      if (itemIds.length > 0) {
        await api.post(`${this.api}/submissions`, { body: { itemIds }, once: true });
        await this.#read();
      }
    });
    if (sent) {
      await this.#tell(t('send.done', { firm: this.membership.firmName }));
    }
  }

  /** @param done what to say of it, where it is not seen at its place */
  async #changed(done) {
    if ((await this.attempt(() => this.#read())) && done) {
      await this.#tell(done);
    }
  }

  async #tell(done) {
    this.say('good', done);
    await this.updateComplete;
    this.querySelector('h1').focus({ preventScroll: true });
    scrollTo(0, 0);
  }
}

customElements.define('engagement-page', EngagementPage);
