/** What the pages about a firm's sites have in common. */
import { Paged, path } from '../../shared/api.js';
import { html, nothing } from '../../shared/element.js';
import { icon } from '../../shared/icons.js';
import { addTexts, t } from '../../shared/texts.js';

await addTexts((language) => import(`./texts/${language}.js`));

/** How far each site of a firm is set up, by its slug. */
export async function setups(firmId) {
  const pages = new Paged(path`/v1/firms/${firmId}/portal-setup`, { limit: 100 });
  while (!pages.complete) {
    await pages.more();
  }
  return new Map(pages.items.map((each) => [each.slug, each]));
}

export const readyBadge = ({ ready }) =>
  html`<span class="badge ${ready ? 'good' : 'warn'}">${t(ready ? 'sites.ready' : 'sites.notReady')}</span>`;

/** The steps of the assistant, each with whether it is done. */
export function setupSteps({ steps }) {
  return html`<ol class="setup">
    ${steps.map(
      ({ step, done, fixed }) => html`<li class=${done ? 'done' : ''}>
        ${icon(done ? 'check' : 'clock')}
        <span>
          <strong>${t(`setup.${step}`)}</strong>
          <span class="sub">
            <span>${t(done ? 'setup.done' : step === 'logo' ? 'setup.optional' : 'setup.open')}</span>
            ${fixed ? html`<span>${t('setup.fixed')}</span>` : nothing}
          </span>
        </span>
      </li>`,
    )}
  </ol>`;
}
