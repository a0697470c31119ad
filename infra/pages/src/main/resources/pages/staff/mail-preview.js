/**
 * What a change would send, for a dialog that shows it before the change is made: which mails go to whom and when, and who
 * is not notified.
 *
 *     this.preview = new MailPreview(this, `${this.resource}/shares/preview`, { etag });
 *     this.preview.of(body);  // in `updated()`: it is read shortly after the last change
 *
 * What the change would refuse is not shown here: it is said when the change is made.
 */
import { api } from '../shared/api.js';
import { html, nothing } from '../shared/element.js';
import { dateTime, list, t } from '../shared/texts.js';

const PAUSE = 400;

export class MailPreview {
  #host;
  #resource;
  #etag;
  #body;
  #timer;
  #answer;

  /**
   * @param host the dialog, which is drawn anew when there is an answer
   * @param resource the path of the preview
   * @param options.etag what the change is based on
   */
  constructor(host, resource, { etag } = {}) {
    this.#host = host;
    this.#resource = resource;
    this.#etag = etag;
  }

  /** Reads what a body would send. The first one is what is there already, and sends nothing. */
  of(body) {
    const text = JSON.stringify(body);
    if (text === this.#body) {
      return;
    }
    const isFirst = this.#body === undefined;
    this.#body = text;
    clearTimeout(this.#timer);
    if (!isFirst) {
      this.#timer = setTimeout(() => this.#read(body, text), PAUSE);
    }
  }

  async #read(body, text) {
    let answer;
    try {
      answer = await api.post(this.#resource, { body, etag: this.#etag });
    } catch {
      answer = undefined;
    }
    if (text === this.#body) {
      this.#answer = answer;
      this.#host.requestUpdate();
    }
  }

  view() {
    return html`<section class="mail-preview" aria-live="polite">${this.#answer ? this.#lines(this.#answer) : nothing}</section>`;
  }

  #lines({ deliveries, withheld }) {
    const lines = [
      ...groups(deliveries, ({ channel, at, joins }) => [channel, channel === 'digest' ? dateTime(at) : '', joins ?? 0]).map(
        ([[channel, time, joins], names]) => {
          const line = t(`preview.${channel}`, { count: names.length, names: list(names), time });
          return joins > 0 ? `${line} ${t('preview.joins', { count: joins })}` : line;
        },
      ),
      ...groups(withheld, ({ reason }) => [reason]).map(([[reason], names]) => t(`preview.not.${reason}`, { names: list(names) })),
    ];
    return html`<h3>${t('preview.title')}</h3>
      ${lines.length > 0 ? html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>` : html`<p>${t('preview.nobody')}</p>`}`;
  }
}

/** The names of those that have the same in common: `[[common, names], …]`, in their order. */
function groups(all, common) {
  const found = new Map();
  all.forEach((each) => {
    const key = JSON.stringify(common(each));
    found.set(key, [...(found.get(key) ?? []), each.name]);
  });
  return [...found].map(([key, names]) => [JSON.parse(key), names]);
}
