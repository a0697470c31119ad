/** The icons, drawn in the color of the text around them and never the only sign of something. */
import { svg, html } from './element.js';

const SHAPES = {
  archive: svg`<path d="M3 5h18v4H3zM5 9v10h14V9M10 13h4"/>`,
  back: svg`<path d="m15 5-7 7 7 7"/>`,
  bell: svg`<path d="M6 10a6 6 0 0 1 12 0c0 6 2.5 7 2.5 7h-17S6 16 6 10M10 20.5h4"/>`,
  check: svg`<circle cx="12" cy="12" r="9"/><path d="m8 12.3 2.8 2.7L16 9.5"/>`,
  chevron: svg`<path d="m9 5 7 7-7 7"/>`,
  clock: svg`<circle cx="12" cy="12" r="9"/><path d="M12 7v5.4l3.4 2"/>`,
  document: svg`<path d="M6 3h8l4.5 4.5V21H6zM14 3v5h4.5"/>`,
  download: svg`<path d="M12 4v11m-4.5-4L12 15.5 16.5 11M4 20h16"/>`,
  folder: svg`<path d="M3 6.5h6l2 2.5h10v10H3z"/>`,
  info: svg`<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5M12 7.4v.2"/>`,
  key: svg`<circle cx="8" cy="15.5" r="4.5"/><path d="m11.5 12 8-8M16 7.5l3 3"/>`,
  list: svg`<path d="M9.5 6.5H21M9.5 12H21M9.5 17.5H21M3 6.5l1.3 1.3L6.5 5.5M3 12l1.3 1.3L6.5 11M3 17.5l1.3 1.3 2.2-2.3"/>`,
  lock: svg`<path d="M5.5 11h13v9.5h-13zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11"/>`,
  mail: svg`<path d="M3 5.5h18v13H3zM3.5 6.5l8.5 6.5 8.5-6.5"/>`,
  note: svg`<path d="M5 3.5h14v11.5l-5.5 5.5H5zM19 15h-5.5v5.5M8.5 8h7M8.5 11.5h7"/>`,
  people: svg`<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20c0-4 3-6 6.5-6s6.5 2 6.5 6M16 5.2a3.3 3.3 0 0 1 0 6M18 14.6c2.3.8 3.5 2.7 3.5 5.4"/>`,
  person: svg`<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5c0-4.3 3.5-6.5 7.5-6.5s7.5 2.2 7.5 6.5"/>`,
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  search: svg`<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>`,
  settings: svg`<path d="M4 7h10m4 0h2M4 17h2m4 0h10"/><circle cx="16" cy="7" r="2"/><circle cx="8" cy="17" r="2"/>`,
  share: svg`<circle cx="6" cy="12" r="2.5"/><circle cx="17.5" cy="6" r="2.5"/><circle cx="17.5" cy="18" r="2.5"/><path d="m8.3 10.9 7-3.7M8.3 13.1l7 3.7"/>`,
  upload: svg`<path d="M12 16V4.5M7.5 9 12 4.5 16.5 9M4 20h16"/>`,
  warning: svg`<path d="M12 3.5 2.5 20h19zM12 10v4.5M12 17.2v.2"/>`,
};

export function icon(name) {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${SHAPES[name]}</svg>`;
}

const KINDS = {
  pdf: 'pdf',
  doc: 'text', docx: 'text', odt: 'text', rtf: 'text', txt: 'text', md: 'text',
  xls: 'sheet', xlsx: 'sheet', ods: 'sheet', csv: 'sheet',
  jpg: 'image', jpeg: 'image', png: 'image', heic: 'image', gif: 'image', tif: 'image', tiff: 'image',
  zip: 'archive', '7z': 'archive', rar: 'archive',
};

/** A tile with the ending of a document's name. */
export function fileTile(name) {
  const ending = /\.([a-z0-9]{1,4})$/i.exec(name)?.[1].toLowerCase() ?? '';
  return html`<span class="tile ${KINDS[ending] ?? ''}" aria-hidden="true">${ending || icon('document')}</span>`;
}

export function folderTile() {
  return html`<span class="tile folder" aria-hidden="true">${icon('folder')}</span>`;
}

export function noteTile() {
  return html`<span class="tile note" aria-hidden="true">${icon('note')}</span>`;
}
