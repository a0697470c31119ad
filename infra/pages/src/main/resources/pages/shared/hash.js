/** SHA-256 of a file and of its parts, in a worker. */

/** The file cannot be read: it was moved, changed or taken away after it was chosen. */
export class UnreadableFile extends Error {}

/** @returns `{sha256, parts}` in hex; `parts` are empty without `partSize` */
export function hashFile(file, { partSize, progress, signal }) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./hash-worker.js', import.meta.url), { type: 'module' });
    const end = (settle, value) => {
      worker.terminate();
      settle(value);
    };
    signal?.addEventListener('abort', () => end(reject, signal.reason), { once: true });
    worker.onerror = () => end(reject, new UnreadableFile());
    worker.onmessage = ({ data }) => {
      if (data.done !== undefined) {
        progress?.(data.done);
      } else if (data.failed) {
        end(reject, new UnreadableFile(data.failed));
      } else {
        end(resolve, data);
      }
    };
    worker.postMessage({ file, partSize });
  });
}
