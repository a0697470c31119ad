/**
 * The base of all elements: Lit's ReactiveElement, drawn by lit-html into the light DOM, so that labels, the one
 * stylesheet and the tools of accessibility see one document. It is what LitElement is, without the module specifiers that
 * would take an import map and so an exception in the Content-Security-Policy.
 *
 * A subclass writes `view()`, and calls `requestUpdate()` after a change of what it shows, or names its `properties`.
 * Whatever is in `${…}` is shown as text: nothing here or anywhere in the pages sets HTML.
 */
import { ReactiveElement } from '../lib/lit__reactive-element/reactive-element.js';
import { html, nothing, render, svg } from '../lib/lit-html/lit-html.js';

export { html, nothing, svg };

export class Element extends ReactiveElement {
  createRenderRoot() {
    return this;
  }

  update(changed) {
    super.update(changed);
    render(this.view(), this.renderRoot, { host: this });
  }

  /** What the element shows now. */
  view() {
    return nothing;
  }
}
