/**
 * Uploads, as `requestUpload` of the contract describes them, one or many at once. They go on while the person looks at
 * other pages, wait while there is no connection, and after a reload are continued when the same file is chosen again.
 *
 *     const upload = uploads.add(file, { folder: path`/v1/firms/…/folders/${folderId}`, folderId });
 *     uploads.addEventListener('change', …);   // something of an upload has changed
 *     uploads.addEventListener('settled', …);  // `detail` is available or rejected now
 *
 * An upload is in one `phase`: `queued`, `hashing`, `sending`, `waiting` (for the connection or a sign-in), `checking`
 * (the bytes have arrived), and at the end `available`, `rejected`, `failed` or `cancelled`.
 */
import { Problem, api, path } from './api.js';
import { app } from './app.js';
import { UnreadableFile, hashFile } from './hash.js';
import { Interrupted, sendBytes } from './send-bytes.js';
import session, { SessionEnded } from './session.js';

const AT_ONCE = 2;
const PARTS_AT_ONCE = 3;
const MIB = 1024 * 1024;
const MOST_PARTS = 900;
const LONGEST_PAUSE = 30;
/** How often in a row the store may refuse bytes before that is no longer put down to old URLs. */
const MOST_REFUSALS = 4;
const OVER = ['available', 'rejected', 'failed', 'cancelled'];

/** The chosen file is not the one whose upload is to be continued. */
class OtherFile extends Error {}

let limits;

function uploadLimits() {
  limits ??= api.get('/v1/me/upload-limits').catch((error) => {
    limits = undefined;
    throw error;
  });
  return limits;
}

/** The size of the parts of a document, by the rule of the contract; undefined for one PUT. */
export function partSizeOf(size, { singlePutLimit, smallestPartSize }) {
  if (size <= singlePutLimit) {
    return undefined;
  }
  return Math.ceil(Math.max(smallestPartSize, Math.ceil(size / MOST_PARTS)) / MIB) * MIB;
}

/** One document, or a new version of one, on its way. */
class Upload {
  phase = 'queued';
  /** Bytes hashed or sent. */
  done = 0;
  version = 1;
  #uploads;
  #stop = new AbortController();
  #key = crypto.randomUUID();
  /** Bytes by the number of the part, 0 for one PUT. */
  #sent = new Map();
  #partSize;
  #refusals = 0;

  constructor(uploads, file, place) {
    this.#uploads = uploads;
    Object.assign(this, { file, name: file.name, size: file.size, page: location.pathname, ...place });
  }

  get over() {
    return OVER.includes(this.phase);
  }

  get resource() {
    return `${this.folder}${path`/documents/${this.documentId}`}`;
  }

  /** The part of the work in hand that is done, from 0 to 1. */
  get part() {
    return this.size === 0 ? 1 : this.done / this.size;
  }

  #set(changes) {
    Object.assign(this, changes);
    this.#uploads.changed(this);
  }

  /** Until the bytes have arrived. That they are checked afterwards keeps no other upload waiting. */
  async run() {
    try {
      const missing = await this.#insist(() => this.#declare());
      await this.#send(missing);
      this.#set({ phase: 'checking', done: this.size });
      this.#settle().catch((error) => this.#fail(error));
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error) {
    if (this.phase === 'cancelled') {
      return;
    }
    const [reason, problem] =
      error instanceof UnreadableFile
        ? ['unreadable']
        : error instanceof OtherFile
          ? ['other-file']
          : error instanceof Problem
            ? ['problem', error]
            : ['unexpected'];
    if (reason === 'unexpected') {
      console.error(error);
    }
    this.#set({ phase: 'failed', reason, problem });
  }

  /** Repeats what fails for want of a connection or a session, until it does not. */
  async #insist(work) {
    for (let pause = 1; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      try {
        return await work();
      } catch (error) {
        this.#stop.signal.throwIfAborted();
        const passing =
          error instanceof SessionEnded ||
          (error instanceof Problem && (error.is('offline', 'too-many-requests') || error.status >= 500));
        if (!passing) {
          throw error;
        }
        const before = this.phase;
        this.#set({ phase: 'waiting' });
        await (error instanceof SessionEnded ? this.#signedIn() : this.#connected(pause));
        this.#set({ phase: before });
      }
    }
  }

  #connected(seconds) {
    return this.#until((resume) => {
      addEventListener('online', resume, { once: true });
      if (navigator.onLine) {
        setTimeout(resume, seconds * 1000);
      }
    });
  }

  #signedIn() {
    return this.#until((resume) => session.addEventListener('begun', resume, { once: true }));
  }

  #until(arrange) {
    return new Promise((resolve, reject) => {
      this.#stop.signal.addEventListener('abort', () => reject(this.#stop.signal.reason), { once: true });
      arrange(resolve);
    });
  }

  /** Hashes the file and declares it, or finds the declaration that it continues. */
  async #declare() {
    if (!this.hash) {
      this.#set({ phase: 'hashing', done: 0 });
      const { singlePutLimit, smallestPartSize, largestSize } = await uploadLimits();
      if (this.size > largestSize) {
        throw new Problem({ type: 'too-large', detail: String(largestSize) });
      }
      const partSize = partSizeOf(this.size, { singlePutLimit, smallestPartSize });
      this.hash = await hashFile(this.file, {
        partSize,
        signal: this.#stop.signal,
        progress: (done) => this.#set({ done }),
      });
      if (this.sha256 && this.sha256.toLowerCase() !== this.hash.sha256) {
        throw new OtherFile();
      }
    }
    this.#set({ phase: 'sending', done: 0 });
    if (this.documentId && this.declared) {
      return this.#resume();
    }
    const body = {
      size: this.size,
      contentType: this.file.type || 'application/octet-stream',
      sha256: this.hash.sha256,
      ...(this.hash.parts.length > 0 ? { parts: this.hash.parts } : {}),
    };
    // A new version keeps the document's name.
    const requested = this.documentId
      ? await api.post(`${this.resource}/versions`, { body, once: this.#key })
      : await api.post(`${this.folder}/documents`, { body: { name: this.name, ...body, answers: this.answers }, once: this.#key });
    this.#set({ documentId: requested.documentId, version: requested.version, declared: true });
    return requested.upload;
  }

  async #resume(fromPart) {
    const query = { version: this.version, fromPart };
    const { upload } = await api.post(`${this.resource}/upload`, { query });
    return upload;
  }

  async #send(first) {
    let missing = first;
    // One PUT.
    while (missing?.url) {
      try {
        await this.#put(missing, this.file, 0);
        return;
      } catch (error) {
        missing = await this.#again(error);
      }
    }
    // In parts, until none is missing.
    while (missing) {
      this.#partSize ??= missing.partSize;
      this.#count(missing);
      let broken;
      try {
        await this.#putParts(missing);
      } catch (error) {
        broken = error;
      }
      if (broken) {
        missing = await this.#again(broken);
      } else {
        missing = missing.nextPart ? await this.#insist(() => this.#resume(missing.nextPart)) : await this.#complete();
      }
    }
  }

  /** What is not missing is there, of an upload that is continued from its beginning. */
  #count({ parts, nextPart }) {
    const missing = new Set(parts.map(({ number }) => number));
    const last = nextPart ? nextPart - 1 : Math.ceil(this.size / this.#partSize);
    for (let number = 1; number <= last; number++) {
      this.#sent.set(number, missing.has(number) ? 0 : this.#slice(number).size);
    }
    this.#progress();
  }

  #slice(number) {
    return this.file.slice((number - 1) * this.#partSize, number * this.#partSize);
  }

  async #putParts({ parts }) {
    const queue = [...parts];
    const carry = async () => {
      for (let part = queue.shift(); part; part = queue.shift()) {
        await this.#put(part, this.#slice(part.number), part.number);
      }
    };
    const results = await Promise.allSettled(Array.from({ length: PARTS_AT_ONCE }, () => carry().catch((error) => {
      // The others end with the part that they are at.
      queue.length = 0;
      throw error;
    })));
    const broken = results.find(({ status }) => status === 'rejected');
    if (broken) {
      throw broken.reason;
    }
  }

  /** What is missing after a break, once there is a connection. */
  async #again(error) {
    if (!(error instanceof Interrupted)) {
      throw error;
    }
    if (error.status !== 0 && ++this.#refusals > MOST_REFUSALS) {
      throw new Problem({ type: 'store', status: error.status });
    }
    this.#set({ phase: 'waiting' });
    await this.#connected(2 ** this.#refusals);
    this.#set({ phase: 'sending' });
    return this.#insist(() => this.#resume());
  }

  /** @returns what is missing after all, or undefined */
  #complete() {
    return this.#insist(async () => {
      try {
        await api.post(`${this.resource}/upload/completion`, { query: { version: this.version } });
        return undefined;
      } catch (error) {
        if (error instanceof Problem && error.is('not-available')) {
          return this.#resume();
        }
        throw error;
      }
    });
  }

  async #put(whereTo, bytes, number) {
    await sendBytes(whereTo, bytes, {
      signal: this.#stop.signal,
      progress: (loaded) => this.#progress(number, loaded),
    });
    this.#refusals = 0;
  }

  #progress(number, loaded) {
    if (number !== undefined) {
      this.#sent.set(number, loaded);
    }
    this.#set({ done: Math.min(this.size, [...this.#sent.values()].reduce((sum, bytes) => sum + bytes, 0)) });
  }

  /** Waits until the bytes were checked. */
  async #settle() {
    for (let pause = 0.5; ; pause = Math.min(pause * 1.5, 10)) {
      await this.#until((resume) => setTimeout(resume, pause * 1000));
      const found = await this.#insist(() => this.#state());
      if (found && OVER.includes(found.status)) {
        this.#set({ phase: found.status, rejection: found.rejection });
        this.#uploads.settled(this);
        return;
      }
    }
  }

  /** The document shows a first version from the beginning, and a later one when it is there. */
  async #state() {
    const document = await api.get(this.resource);
    if (document.version === this.version) {
      return document;
    }
    const { items } = await api.get(`${this.folder}/uploads`, { query: { limit: 100 } });
    const underWay = items.find((each) => each.documentId === this.documentId && each.version === this.version);
    // Neither: it has arrived, and a version after it before.
    return underWay ?? { status: 'available' };
  }

  /** Tries once more what failed; what was hashed, declared and sent before counts. */
  retry() {
    this.#set({ phase: 'queued', reason: undefined, problem: undefined });
    this.#uploads.next();
  }

  /** Ends it, and takes back what was declared. */
  async cancel() {
    const declared = this.declared && !this.over;
    this.#set({ phase: 'cancelled' });
    this.#stop.abort();
    if (declared) {
      await api.delete(`${this.resource}/upload`, { query: { version: this.version } }).catch((error) => {
        if (!(error instanceof Problem)) {
          throw error;
        }
      });
    }
    this.#uploads.settled(this);
  }
}

class Uploads extends EventTarget {
  all = [];
  #running = 0;

  constructor() {
    super();
    addEventListener('beforeunload', (event) => this.active.length > 0 && event.preventDefault());
    session.addEventListener('ended', ({ detail }) => {
      // Whoever signs out is done; whoever's session ended goes on after the next sign-in.
      if (detail.reason === 'signed-out') {
        this.active.forEach((upload) => upload.cancel().catch(() => {}));
        this.all = [];
        this.changed();
      }
    });
  }

  /** Those that are not over. */
  get active() {
    return this.all.filter((upload) => !upload.over);
  }

  /**
   * @param place `{folder, folderId}`: the path of the folder in the API, and its id; `documentId` for a new version; for one
   *     that is continued, `documentId`, `version`, `sha256` and `declared: true`; `answers` for what is asked for, as the API has it
   */
  add(file, place) {
    const upload = new Upload(this, file, place);
    this.all = [...this.all, upload];
    this.changed(upload);
    this.next();
    return upload;
  }

  /** Takes one that is over off the list. */
  remove(upload) {
    this.all = this.all.filter((each) => each !== upload);
    this.changed(upload);
  }

  async next() {
    const upload = this.#running < AT_ONCE ? this.all.find(({ phase }) => phase === 'queued') : undefined;
    if (upload) {
      this.#running++;
      await upload.run();
      this.#running--;
      this.next();
    }
  }

  changed(upload) {
    app.showUploading(this.active.length, this.active.at(-1)?.page);
    this.dispatchEvent(new CustomEvent('change', { detail: upload }));
  }

  settled(upload) {
    this.dispatchEvent(new CustomEvent('settled', { detail: upload }));
  }
}

export const uploads = new Uploads();
