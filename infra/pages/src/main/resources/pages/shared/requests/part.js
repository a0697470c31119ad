import { Problem } from '../api.js';
import { Acting } from '../page.js';

/** Whether something was not possible any more where things stand by now. */
export const isOutdated = (error) => error instanceof Problem && error.is('status-conflict', 'precondition-failed');

/** Does something; if that is not possible any more, `read` reads anew what the page shows, and the problem is thrown all the same. */
export async function orRead(read, work) {
  try {
    return await work();
  } catch (error) {
    if (isOutdated(error)) {
      await read();
    }
    throw error;
  }
}

/**
 * A part of a page about a request. Where it is too late for what it does, it tells the page, which shows the part at another
 * place from then on: event `outdated`, with the problem as `detail`.
 */
export class Part extends Acting {
  async attempt(work) {
    let inTime = true;
    const done = await super.attempt(async () => {
      try {
        await work();
      } catch (error) {
        if (!isOutdated(error)) {
          throw error;
        }
        inTime = false;
        this.dispatchEvent(new CustomEvent('outdated', { bubbles: true, detail: error }));
      }
    });
    return done && inTime;
  }
}
