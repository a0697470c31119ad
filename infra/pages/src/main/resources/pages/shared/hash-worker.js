/**
 * Hashes a file beside the page, so that the page stays quick, and reads it once.
 *
 * Takes `{file, partSize}`, without `partSize` for one PUT. Posts `{done}` in bytes as it goes on, then
 * `{sha256, parts}` in hex, or `{failed}`: the file cannot be read, because it was moved or changed.
 *
 * The browser's own hash is many times faster and takes only what is in memory as a whole: a small file, or a part. The
 * whole of a larger file is hashed piece by piece by js-sha256.
 */
import '../lib/js-sha256/build/sha256.min.js';

const IN_MEMORY = 64 * 1024 * 1024;

onmessage = async ({ data: { file, partSize } }) => {
  try {
    postMessage(file.size <= IN_MEMORY && !partSize ? await atOnce(file) : await inPieces(file, partSize));
  } catch (error) {
    postMessage({ failed: String(error) });
  }
};

async function atOnce(file) {
  return { sha256: await digest(await file.arrayBuffer()), parts: [] };
}

async function inPieces(file, partSize) {
  const whole = self.sha256.create();
  const parts = [];
  // Of a document of hundreds of gigabytes, parts too are more than should be in memory.
  const large = partSize > IN_MEMORY;
  const step = partSize && !large ? partSize : IN_MEMORY / 8;
  let part = self.sha256.create();
  for (let at = 0; at < file.size; ) {
    const partEnd = partSize ? (Math.floor(at / partSize) + 1) * partSize : file.size;
    const end = Math.min(at + step, partEnd, file.size);
    const bytes = await file.slice(at, end).arrayBuffer();
    const ofPart = partSize && !large ? digest(bytes) : undefined;
    whole.update(bytes);
    if (ofPart) {
      parts.push(await ofPart);
    } else if (large) {
      part.update(bytes);
      if (end === partEnd || end === file.size) {
        parts.push(part.hex());
        part = self.sha256.create();
      }
    }
    at = end;
    postMessage({ done: at });
  }
  return { sha256: whole.hex(), parts };
}

async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
