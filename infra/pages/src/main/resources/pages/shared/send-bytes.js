/** The bytes did not get through: the connection broke (status 0), or the URL was too old. */
export class Interrupted extends Error {
  constructor(status) {
    super(`PUT ${status}`);
    this.status = status;
  }
}

/**
 * Puts bytes to a presigned URL, with what `headers` names. `fetch` reports no progress of what it sends.
 *
 * @param options.progress gets the number of bytes that were sent
 * @throws Interrupted
 */
export function sendBytes({ url, headers }, bytes, { signal, progress }) {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    signal.addEventListener('abort', abort, { once: true });
    request.open('PUT', url);
    Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.onprogress = ({ loaded }) => progress(loaded);
    request.onloadend = () => {
      signal.removeEventListener('abort', abort);
      // 412: these bytes are there, by an earlier try whose answer was lost.
      if (request.status === 200 || request.status === 412) {
        progress(bytes.size);
        resolve();
      } else {
        progress(0);
        reject(signal.aborted ? signal.reason : new Interrupted(request.status));
      }
    };
    request.send(bytes);
  });
}
