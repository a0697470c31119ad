/** What a firm's site shows to whoever is not signed in yet: `getSite`, asked once a site. */
import { api, path } from './api.js';

const asked = new Map();

export function site(slug) {
  if (!asked.has(slug)) {
    const answer = api.get(path`/v1/sites/${slug}`, { open: true });
    asked.set(slug, answer);
    answer.catch(() => asked.delete(slug));
  }
  return asked.get(slug);
}
