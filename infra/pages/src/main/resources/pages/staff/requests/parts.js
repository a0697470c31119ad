/** What several of the staff's pages about requests have in common. */
import { Paged, api, path } from '../../shared/api.js';
import { html, nothing } from '../../shared/element.js';
import { icon } from '../../shared/icons.js';
import { dueBadge, progressBar } from '../../shared/requests/parts.js';
import { addTexts, t } from '../../shared/texts.js';

await addTexts((language) => import(`./texts/${language}.js`));

const COLORS = { open: 'accent', completed: 'good' };

/** Whether an engagement goes on. */
export const engagementBadge = (status) => html`<span class="badge ${COLORS[status] ?? ''}">${t(`engagement.status.${status}`)}</span>`;

/** Until when it is due; late until all that is needed is there. */
export function engagementDue({ status, dueOn, progress: { required, settled } }) {
  return dueBadge(dueOn, status === 'open' && (required === 0 || settled < required));
}

/** A row of a list of engagements, with the client's name where they are those of several. */
export function engagementRow(engagement, href, clientName) {
  const { name, status, progress } = engagement;
  const { open, submitted } = progress;
  return html`<div class="row">
    <span class="tile text" aria-hidden="true">${icon('list')}</span>
    <div class="grow">
      <a class="name whole" href=${href}>${name}</a>
      <div class="sub">
        ${clientName ? html`<span>${clientName}</span>` : nothing}
        ${submitted > 0 ? html`<strong>${t('engagements.submitted', { count: submitted })}</strong>` : nothing}
        ${open > 0 ? html`<span>${t('engagements.open', { count: open })}</span>` : nothing}
        ${status === 'open' ? engagementDue(engagement) : engagementBadge(status)}
      </div>
      ${progressBar(progress)}
    </div>
    ${icon('chevron')}
  </div>`;
}

/**
 * The client, its contacts and the members of its portals, each with the `assignee` by which something is asked of them. The
 * members are those with whom the engagement's folder can be shared.
 */
export async function assignees(clientApi, client, { folderId }) {
  const contacts = new Paged(`${clientApi}/contacts`, { limit: 100 });
  const shares = api.get(`${clientApi}${path`/folders/${folderId}/shares`}`);
  while (!contacts.complete) {
    await contacts.more();
  }
  const { candidates } = await shares;
  return [
    { ...client, assignee: 'client', webPortal: true },
    ...contacts.items.map((contact) => ({ ...contact, assignee: contact.contactId })),
    ...candidates
      .filter(({ recipient }) => recipient.startsWith('member:'))
      .map(({ recipient, name }) => ({ name, assignee: recipient, webPortal: true })),
  ];
}

/** A field of a form with a choice of one: `[[value, words], …]`. */
export function select(form, { name, label, hint, options, value, change = nothing }) {
  return form.labelled(
    { name, label, hint },
    ({ id, described, invalid }) => html`<select id=${id} name=${name} aria-describedby=${described} aria-invalid=${invalid} @change=${change}>
      ${options.map(([each, words]) => html`<option value=${each} ?selected=${each === value}>${words}</option>`)}
    </select>`,
  );
}
