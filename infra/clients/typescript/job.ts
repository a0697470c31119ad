import { createHash } from 'node:crypto';

/** The firm in which a client of the API does its job, and its administrator's token. */
export const job = JSON.parse(process.env.JOB!) as { api: string; firm: string; token: string };

export const content = Buffer.from('Dear Ada, here it is.');

export const letter = {
  name: 'letter.txt',
  size: content.length,
  contentType: 'text/plain',
  sha256: createHash('sha256').update(content).digest('hex'),
};

export const mailbox = (name: string) => `${name}.${process.pid}@example.test`;

/** Puts the bytes where the API said. */
export async function put(upload: { method: string; url: string; headers: Record<string, string> }) {
  const answer = await fetch(upload.url, { method: upload.method, headers: upload.headers, body: content });
  if (!answer.ok) throw new Error(`S3 answered ${answer.status}: ${await answer.text()}`);
}

/** Gets the bytes, which are those that were put. */
export async function get(url: string) {
  const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
  if (!bytes.equals(content)) throw new Error(`downloaded ${bytes.length} other bytes`);
}

/** The local stack handles what has arrived. */
export const settle = () => fetch(`${job.api}/_local/settle`, { method: 'POST' });
