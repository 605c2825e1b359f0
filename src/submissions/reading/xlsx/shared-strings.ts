import { Problem } from '../../../platform/problem.js';
import type { Archive } from './archive.js';
import { walkXml } from './xml-walk.js';

/** Bytes of XML; the texts stay in memory while their sheet is read. */
export const MOST_TEXT_BYTES = 50_000_000;

/**
 * The texts that cells refer to by number. Runs of differently formatted text are one text; readings of Asian names
 * above the line are left out.
 * @throws Problem unpacks_too_large (413)
 */
export async function readSharedStrings(archive: Archive, part?: string): Promise<readonly string[]> {
  if (part === undefined) return [];
  if (archive.sizeOf(part) > MOST_TEXT_BYTES)
    throw new Problem('unpacks_too_large', 413, { most: MOST_TEXT_BYTES });
  const strings: string[] = [];
  const gathering = new RichText();
  await walkXml(archive.read(part), {
    open: (name) => gathering.open(name),
    text: (text) => gathering.add(text),
    close(name) {
      gathering.close(name);
      if (name === 'si') strings.push(gathering.take());
    },
  });
  return strings;
}

/** Gathers the text of one `si` or `is` element. */
export class RichText {
  private text = '';
  private isText = false;
  private isReading = false;

  open(name: string): void {
    if (name === 't') this.isText = true;
    if (name === 'rPh') this.isReading = true;
  }

  close(name: string): void {
    if (name === 't') this.isText = false;
    if (name === 'rPh') this.isReading = false;
  }

  add(text: string): void {
    if (this.isText && !this.isReading) this.text += text;
  }

  take(): string {
    const text = unescaped(this.text);
    this.text = '';
    return text;
  }
}

/** Characters that XML cannot hold are written as `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
