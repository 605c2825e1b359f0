/** How a file begins that is not delimited text: its bytes, the place they stand at, and the reason it is refused for. */
const SIGNATURES: readonly { readonly code: string; readonly bytes: string; readonly at?: number }[] = [
  { code: 'pdf_file', bytes: '%PDF' },
  { code: 'old_spreadsheet', bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' },
  { code: 'compressed_file', bytes: '\x1f\x8b' },
  { code: 'compressed_file', bytes: '7z\xbc\xaf\x27\x1c' },
  { code: 'compressed_file', bytes: 'Rar!\x1a\x07' },
  { code: 'compressed_file', bytes: 'BZh' },
  { code: 'compressed_file', bytes: '\xfd7zXZ\x00' },
  { code: 'compressed_file', bytes: '\x28\xb5\x2f\xfd' },
  { code: 'compressed_file', bytes: 'ustar', at: 257 },
  { code: 'image_file', bytes: '\x89PNG\r\n\x1a\n' },
  { code: 'image_file', bytes: '\xff\xd8\xff' },
  { code: 'image_file', bytes: 'GIF87a' },
  { code: 'image_file', bytes: 'GIF89a' },
  { code: 'image_file', bytes: 'II*\x00' },
  { code: 'image_file', bytes: 'MM\x00*' },
  { code: 'image_file', bytes: 'WEBP', at: 8 },
  { code: 'database_file', bytes: 'SQLite format 3\x00' },
  { code: 'database_file', bytes: 'PAR1' },
  { code: 'database_file', bytes: '$FL2' },
  { code: 'database_file', bytes: '<stata_dta>' },
  { code: 'document_file', bytes: '{\\rtf' },
  { code: 'web_page', bytes: 'MIME-Version:' },
];

const ZIP_STARTS = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];

/** Bytes that tell what a file is. */
export const HEAD = 4_096;

/**
 * What a file is, by its first bytes: text to be read as rows, a zip (the shell of a spreadsheet), or something that is
 * refused for the reason named.
 * @param head the first bytes, `HEAD` of them when there are so many
 */
export function fileKind(head: Buffer): 'text' | 'zip' | { readonly refused: string } {
  const bytes = head.toString('latin1');
  if (ZIP_STARTS.some((start) => bytes.startsWith(start))) return 'zip';
  const signature = SIGNATURES.find(({ bytes: sign, at = 0 }) => bytes.startsWith(sign, at));
  if (signature !== undefined) return { refused: signature.code };
  const markup = markupKind(bytes);
  return markup === undefined ? 'text' : { refused: markup };
}

/** Whether a text is a web page, XML or JSON rather than rows; text in two-byte characters is seen as well. */
function markupKind(bytes: string): string | undefined {
  const start = bytes
    // eslint-disable-next-line no-control-regex -- the empty half of two-byte characters
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)|\x00/g, '')
    .trimStart()
    .toLowerCase();
  const page =
    /^(<\?xml[^>]*>\s*)?(<!--[^>]*-->\s*)*<(!doctype html|html|head|body|table|meta|script|div|style)\b/;
  if (page.test(start)) return 'web_page';
  if (/^<(\?xml|!doctype|[a-z][\w.-]*:?[\w.-]*[\s>])/.test(start)) return 'xml_file';
  if (/^(\{\s*("|\}|$)|\[\s*(\{|\[|"|-?\d|\]|$))/.test(start)) return 'json_file';
  return undefined;
}
