/**
 * Hashes a file beside the page, so that the page stays quick: reads it once, in pieces, never as a whole.
 *
 * Takes `{file, partSize}`, without `partSize` for one PUT. Posts `{done}` in bytes as it goes on, then
 * `{sha256, parts}` in hex, or `{failed}`: the file cannot be read, because it was moved or changed.
 */
import '../lib/js-sha256/build/sha256.min.js';

const PIECE = 8 * 1024 * 1024;

onmessage = async ({ data: { file, partSize } }) => {
  try {
    const whole = self.sha256.create();
    const parts = [];
    let part = partSize ? self.sha256.create() : undefined;
    let inPart = 0;
    for (let at = 0; at < file.size; ) {
      const end = Math.min(at + PIECE, file.size, partSize ? at - inPart + partSize : Infinity);
      const bytes = new Uint8Array(await file.slice(at, end).arrayBuffer());
      whole.update(bytes);
      part?.update(bytes);
      inPart += bytes.length;
      at = end;
      if (part && (inPart === partSize || at === file.size)) {
        parts.push(part.hex());
        part = self.sha256.create();
        inPart = 0;
      }
      postMessage({ done: at });
    }
    postMessage({ sha256: whole.hex(), parts });
  } catch (error) {
    postMessage({ failed: String(error) });
  }
};
