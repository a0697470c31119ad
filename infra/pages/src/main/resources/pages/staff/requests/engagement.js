import { repeat } from '../../lib/lit-html/directives/repeat.js';
import { api, path } from '../../shared/api.js';
import { ask } from '../../shared/dialog.js';
import { html, nothing } from '../../shared/element.js';
import { icon } from '../../shared/icons.js';
import { Page, notice } from '../../shared/page.js';
import { blank, crumbs } from '../../shared/parts.js';
import { orRead } from '../../shared/requests/part.js';
import { isDone, itemName, progressBar } from '../../shared/requests/parts.js';
import { date, dateTime, list, t } from '../../shared/texts.js';
import { to } from '../paths.js';
import { membership } from '../place.js';
import { ReopenItem } from './ask-again.js';
import { assignees, engagementBadge, engagementDue } from './parts.js';
import './requested-item.js';
import { SendBack } from './send-back.js';

/** Where an item stands on the page, by what goes on with it: first what the firm has to do. */
const SECTIONS = [
  { name: 'drafts', has: ({ status }) => status === 'draft', action: 'draftsSent' },
  { name: 'review', has: (item) => ['submitted', 'not-applicable'].includes(item.status) && !isDone(item), action: 'allAccepted' },
  { name: 'asked', has: ({ status }) => status === 'open' },
  { name: 'done', has: isDone },
];

/** In which formats an engagement that has ended is exported. */
const FORMATS = ['PDF', 'JSON'];

/** The items that depend on the answer to one, or on the answer to one of these. */
function dependants({ itemId }, items) {
  return items.filter(({ showIf }) => showIf?.itemId === itemId).flatMap((item) => [item, ...dependants(item, items)]);
}

/** What is asked for in one engagement: it is prepared, sent, and reviewed here. */
class EngagementPage extends Page {
  async load() {
    this.membership = await membership(this.params);
    const { firmId, clientId, engagementId } = this.params;
    this.clientApi = path`/v1/firms/${firmId}/clients/${clientId}`;
    this.api = `${this.clientApi}${path`/engagements/${engagementId}`}`;
    const [client] = await Promise.all([api.get(this.clientApi), this.#read()]);
    Object.assign(this, { client, people: await assignees(this.clientApi, client, this.engagement) });
  }

  #read = async () => {
    const { data, etag } = await api.call('GET', this.api);
    Object.assign(this, { engagement: data, etag });
    this.requestUpdate();
  };

  get mayAct() {
    return this.membership.webPortal && this.engagement.status === 'open';
  }

  /** Until something is asked of somebody, any staff may. */
  get #mayEdit() {
    const { status, items } = this.engagement;
    return status === 'open' && (this.membership.webPortal || items.every((item) => item.status === 'draft'));
  }

  /** Of what is optional nobody is reminded. */
  get #mayRemind() {
    return this.mayAct && this.engagement.items.some(({ status, hidden, required }) => status === 'open' && !hidden && required);
  }

  title() {
    return this.engagement.name;
  }

  above() {
    const { firmId, clientId } = this.params;
    return crumbs(
      [t('clients.title'), to.firm(firmId)],
      [this.client.name, to.client(firmId, clientId)],
      [t('engagements.title'), to.engagements(firmId, clientId)],
      [this.engagement.name],
    );
  }

  heading() {
    const { status } = this.engagement;
    const { firmId, clientId, engagementId } = this.params;
    return html`<div class="head">
      <div>${super.heading()} ${engagementBadge(status)}</div>
      <div class="actions">
        ${status === 'open'
          ? html`<a class="button primary" href=${to.ask(firmId, clientId, engagementId)}>${icon('plus')}${t('ask.title')}</a>`
          : FORMATS.map((format) => html`<button class="button" @click=${() => this.#export(format)}>
              ${icon('download')}${t('engagement.export', { format })}
            </button>`)}
        ${this.#mayRemind ? html`<button class="button" @click=${() => this.#remind()}>${icon('bell')}${t('engagement.remind')}</button>` : nothing}
        ${this.#mayEdit ? html`<button class="button" @click=${() => this.#edit()}>${t('engagement.edit')}</button>` : nothing}
        ${this.membership.webPortal ? this.#endings() : nothing}
      </div>
    </div>`;
  }

  #endings() {
    return this.engagement.status === 'open'
      ? html`<button class="button" @click=${() => this.#complete()}>${t('engagement.complete')}</button>
          <button class="button" @click=${() => this.#cancel()}>${t('engagement.cancel')}</button>`
      : html`<button class="button" @click=${() => this.#setStatus({ status: 'open' }, t('engagement.reopened'))}>
          ${t('engagement.reopen')}
        </button>`;
  }

  content() {
    const { engagement } = this;
    const { firmId, clientId } = this.params;
    const { items, progress, folderId } = engagement;
    const unreached = this.#unreached();
    return html`
      <div class="sub facts-line">
        ${engagementDue(engagement)}
        <a href=${to.folder(firmId, clientId, folderId)}>${t('engagement.folder')}</a>
      </div>
      ${progressBar(progress)} ${this.#reminded()}
      <div class="stack">
        ${this.messages()} ${unreached.length > 0 ? notice('note', t('engagement.unreached', { names: list(unreached) })) : nothing}
      </div>
      ${items.length === 0
        ? blank('list', t('engagement.empty.title'), t('engagement.empty.text'))
        : SECTIONS.map((section) => this.#section(section, items.filter(section.has)))}
    `;
  }

  /** Who is asked for something that is open, and cannot be notified. */
  #unreached() {
    const asked = new Set(this.engagement.items.filter(({ status, hidden }) => status === 'open' && !hidden).map(({ assignee }) => assignee));
    return this.people.filter(({ assignee, account }) => asked.has(assignee) && account && !['invited', 'active'].includes(account.status)).map(({ name }) => name);
  }

  #name(recipient) {
    return this.people.find(({ assignee }) => assignee === recipient)?.name ?? recipient;
  }

  /** How often those who are asked were reminded, and when they will be. */
  #reminded() {
    const shown = (this.engagement.reminded ?? []).filter(({ sent, nextAt }) => sent > 0 || nextAt);
    return shown.length === 0
      ? nothing
      : shown.map(({ recipient, sent, lastAt, nextAt }) => {
          const name = this.#name(recipient);
          return html`<div class="sub facts-line">
            ${sent > 0 ? html`<span>${t('engagement.reminded', { name, count: sent, last: date(lastAt) })}</span>` : nothing}
            ${nextAt ? html`<span>${t('engagement.nextReminder', { name, next: dateTime(nextAt) })}</span>` : nothing}
          </div>`;
        });
  }

  #section({ name, action }, items) {
    const actions = { draftsSent: () => this.#send(), allAccepted: () => this.#accept(items) };
    return items.length === 0
      ? nothing
      : html`<section class="section" aria-labelledby=${name}>
          <div class="head">
            <h2 id=${name} tabindex="-1">${t(`engagement.${name}`)}</h2>
            ${action && this.mayAct && items.length > 1
              ? html`<button class="button small primary" @click=${actions[action]}>${t(`engagement.${action}`, { count: items.length })}</button>`
              : nothing}
          </div>
          <ul class="items">
            ${repeat(items, ({ itemId }) => itemId, (item) => html`<li class="panel-box">${this.#item(item)}</li>`)}
          </ul>
        </section>`;
  }

  #item(item) {
    const { items } = this.engagement;
    const condition = item.showIf && items.find(({ itemId }) => itemId === item.showIf.itemId);
    return html`<requested-item
      .item=${item}
      .condition=${condition}
      .assigned=${this.people.find(({ assignee }) => assignee === item.assignee)?.name}
      .params=${this.params}
      .api=${this.api}
      .clientApi=${this.clientApi}
      .engagement=${this.engagement}
      .mayAct=${this.mayAct}
      @changed=${() => this.attempt(this.#read)}
      @outdated=${({ detail }) => this.#outdated(detail)}
      @edit=${() => this.#editItem(item)}
      @send=${() => this.#send([item])}
      @accept=${() => this.#accept([item])}
      @sendback=${({ detail }) => this.#sendBack(item, detail)}
      @stop=${() => (item.status === 'draft' ? this.#remove(item) : this.#stop(item))}
      @reopen=${() => this.#reopen(item)}
    ></requested-item>`;
  }

  /** Asks for drafts, all without `items`. */
  #send(items) {
    const body = items ? { itemIds: items.map(({ itemId }) => itemId) } : {};
    return this.#change(() => api.post(`${this.api}/request`, { body, once: true }), t('engagement.sent'));
  }

  async #remind() {
    let said;
    const remind = async () => {
      try {
        said = this.#reminding(await api.post(`${this.api}/reminders`, { body: {}, once: true }));
      } catch (error) {
        if (error.type !== 'too-many-requests') {
          throw error;
        }
        said = t('engagement.remindedToday');
      }
    };
    await this.#change(remind, () => said);
  }

  /** Who is reminded, and who is not and why. */
  #reminding({ notified, notNotified }) {
    const names = list(notified.map((recipient) => this.#name(recipient)));
    return [
      ...(notified.length > 0 ? [t('engagement.remindedNow', { names })] : []),
      ...notNotified.map(({ recipient, reason }) => t(`engagement.notReminded.${reason}`, { name: this.#name(recipient) })),
    ].join(' ');
  }

  #accept(items) {
    const reviews = items.map(({ itemId }) => ({ itemId, verdict: 'accept' }));
    return this.#change(() => api.post(`${this.api}/reviews`, { body: { reviews }, once: true }), t('engagement.accepted', { count: items.length }));
  }

  /** @param files those of the present round, of which some may be kept */
  async #sendBack(item, files) {
    if (await SendBack.open({ resource: `${this.api}/reviews`, item, files, read: this.#read })) {
      await this.#changed(t('engagement.sentBack'));
    }
  }

  #export(format) {
    const ending = format.toLowerCase();
    return this.attempt(async () => {
      const { data } = await api.call('GET', `${this.api}/export`, { accept: `application/${ending}` });
      const href = URL.createObjectURL(data);
      Object.assign(document.createElement('a'), { href, download: `${this.engagement.name}.${ending}` }).click();
      setTimeout(() => URL.revokeObjectURL(href), 60_000);
    });
  }

  async #complete() {
    const { items, name } = this.engagement;
    const left = items.filter(({ status, hidden }) => ['open', 'submitted'].includes(status) && !hidden).length;
    const sure = await ask({
      title: t('engagement.complete.title', { name }),
      text: t(left > 0 ? 'engagement.complete.rest' : 'engagement.complete.text', { count: left }),
      action: t('engagement.complete'),
      dangerous: left > 0,
    });
    if (sure) {
      await this.#setStatus({ status: 'completed', ...(left > 0 ? { rest: 'cancel' } : {}) }, t('engagement.completed'));
    }
  }

  async #cancel() {
    const { name } = this.engagement;
    const sure = await ask({
      title: t('engagement.cancel.title', { name }),
      text: t('engagement.cancel.text'),
      action: t('engagement.cancel'),
      dangerous: true,
    });
    if (sure) {
      await this.#setStatus({ status: 'cancelled' }, t('engagement.cancelled'));
    }
  }

  #setStatus(body, done) {
    return this.#change(() => api.put(`${this.api}/status`, { body, etag: this.etag }), done);
  }

  async #stop(item) {
    const name = itemName(item);
    if (await ask({ title: t('stop.title', { name }), text: t('stop.text'), action: t('requested.stop'), dangerous: true })) {
      await this.#cancelItems([item], t('stop.done', { name }));
    }
  }

  /** With a draft go those that depend on its answer. */
  async #remove(draft) {
    const name = itemName(draft);
    const others = dependants(draft, this.engagement.items);
    const text = t('remove.text', { names: list(others.map(itemName)) });
    if (others.length === 0 || (await ask({ title: t('remove.title', { name }), text, action: t('item.remove'), dangerous: true }))) {
      await this.#cancelItems([draft, ...others], t('stop.removed', { name }));
    }
  }

  #cancelItems(items, done) {
    const body = { itemIds: items.map(({ itemId }) => itemId) };
    return this.#change(() => api.post(`${this.api}/cancellations`, { body, once: true }), done);
  }

  async #reopen(item) {
    if (await ReopenItem.open({ resource: `${this.api}/reopenings`, item, read: this.#read })) {
      await this.#changed(t('reopen.done', { name: itemName(item) }));
    }
  }

  #edit() {
    return this.attempt(async () => {
      const { EditEngagement } = await import('./edit-engagement.js');
      const { settings } = await api.get(path`/v1/firms/${this.params.firmId}`);
      const usual = settings.reminders;
      if (await EditEngagement.open({ resource: this.api, engagement: this.engagement, usual, read: this.#read })) {
        await this.#changed(t('client.saved'));
        document.title = this.documentTitle();
      }
    });
  }

  #editItem(item) {
    return this.attempt(async () => {
      const { EditItem } = await import('./edit-item.js');
      const { engagement, people } = this;
      const resource = `${this.api}${path`/items/${item.itemId}`}`;
      const changed = await EditItem.open({ resource, item, engagement, people, read: this.#read });
      if (changed) {
        await this.#changed(t('edit.done', { name: itemName(changed) }));
      }
    });
  }

  #changed(done) {
    return this.#change(async () => {}, done);
  }

  async #change(work, done) {
    const changed = await this.attempt(() =>
      orRead(this.#read, async () => {
        await work();
        await this.#read();
      }),
    );
    if (changed) {
      this.say('good', typeof done === 'function' ? done() : done);
    } else {
      scrollTo(0, 0);
    }
    await this.updateComplete;
    this.querySelector('h1').focus({ preventScroll: true });
  }

  #outdated(problem) {
    return this.#change(async () => {
      throw problem;
    });
  }
}

customElements.define('engagement-page', EngagementPage);
