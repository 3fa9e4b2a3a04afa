import { strToU8, Zip, ZipDeflate } from 'fflate';

/** Local time as the ZIP format tells it, so that no clock or time zone shows. */
const ZIP_TIME = '1980-01-01T00:00:00';

/** A ZIP archive in chunks of bytes: the same parts give the same bytes. */
export function* zipped(
  parts: Iterable<readonly [path: string, chunks: Iterable<string | Uint8Array>]>,
): Generator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  for (const [path, chunks] of parts) {
    const entry = new ZipDeflate(path, { level: 6 });
    entry.mtime = ZIP_TIME;
    zip.add(entry);
    for (const chunk of chunks) {
      entry.push(typeof chunk === 'string' ? strToU8(chunk) : chunk);
      yield* ready.splice(0);
    }
    entry.push(new Uint8Array(0), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}
