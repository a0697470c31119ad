/** What is asked of a person, as their lists show it. */
import { html, nothing } from '../../shared/element.js';
import { icon } from '../../shared/icons.js';
import { dueBadge } from '../../shared/requests/parts.js';
import { addTexts, t } from '../../shared/texts.js';
import { to } from '../paths.js';

await addTexts((language) => import(`./texts/${language}.js`));

/** @param items as `listEngagements` has them */
export function askedRows(items, { slug, clientId }) {
  return html`<ul class="rows">
    ${items.map(
      ({ engagementId, name, dueOn, asked }) => html`<li>
        <div class="row">
          <span class="tile text" aria-hidden="true">${icon('list')}</span>
          <div class="grow">
            <a class="name whole" href=${to.engagement(slug, clientId, engagementId)}>${name}</a>
            <div class="sub">
              ${asked.open > 0 ? html`<strong>${t('asked.open', { count: asked.open })}</strong>` : nothing}
              ${asked.submitted > 0 ? html`<span>${t('asked.submitted', { count: asked.submitted })}</span>` : nothing}
              ${asked.open + asked.submitted === 0 ? html`<span class="good-text">${t('asked.settled')}</span>` : nothing}
            </div>
          </div>
          ${dueBadge(dueOn, asked.open > 0)} ${icon('chevron')}
        </div>
      </li>`,
    )}
  </ul>`;
}

/** Beside what is shared. */
export function askedSection(list, params, more) {
  const { slug, clientId } = params;
  return html`<section class="section" aria-labelledby="asked">
    <div class="head">
      <h2 id="asked">${t('asked.title')}</h2>
      <a href=${to.engagements(slug, clientId)}>${t('asked.toSettled')}</a>
    </div>
    ${askedRows(list.items, params)} ${more}
  </section>`;
}
