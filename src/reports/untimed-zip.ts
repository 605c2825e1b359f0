/** Midnight of 1980-01-01, the first moment that an archive can tell. */
const EPOCH = 0x0021_0000;
const END_RECORD = 22;
const ENTRY = 46;

/**
 * Sets the times of all files in a ZIP archive to one, so that the same content gives the same bytes. Source: APPNOTE.TXT,
 * sections 4.3.7, 4.3.12 and 4.3.16.
 * @param zip without a comment at its end; changed in place
 */
export function untimedZip(zip: Buffer): Buffer {
  const end = zip.length - END_RECORD;
  let entry = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    zip.writeUInt32LE(EPOCH, entry + 12);
    zip.writeUInt32LE(EPOCH, zip.readUInt32LE(entry + 42) + 10);
    const [name, extra, comment] = [28, 30, 32].map((at) => zip.readUInt16LE(entry + at));
    entry += ENTRY + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return zip;
}
