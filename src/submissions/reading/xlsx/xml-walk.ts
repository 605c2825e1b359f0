import { StringDecoder } from 'node:string_decoder';
import { SaxesParser } from 'saxes';
import { Problem } from '../../../platform/problem.js';

/** Told of each element, in the order of the document. Names come without the prefix of their namespace. */
export interface XmlListener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  /** A piece of text. */
  text?(text: string): void;
}

/** Characters between two tags; a cell has at most 32,767. */
const LONGEST_TEXT = 2_000_000;
const DEEPEST = 100;

/** Walks an XML document piece by piece; entities of its own are not resolved. */
export class XmlWalk {
  private readonly parser = new SaxesParser<{ xmlns?: false; position: false }>({ position: false });
  private readonly decoder = new StringDecoder('utf8');
  private depth = 0;
  private sinceTag = 0;

  constructor(listener: XmlListener) {
    this.parser.on('opentag', ({ name, attributes }) => {
      this.sinceTag = 0;
      if (++this.depth > DEEPEST) throw new Problem('damaged_spreadsheet', 422);
      listener.open?.(localName(name), attributes);
    });
    this.parser.on('closetag', ({ name }) => {
      this.sinceTag = 0;
      this.depth--;
      listener.close?.(localName(name));
    });
    if (listener.text !== undefined) {
      this.parser.on('text', (text) => listener.text?.(text));
      this.parser.on('cdata', (text) => listener.text?.(text));
    }
  }

  /** @throws Error when it is no well-formed XML */
  feed(bytes: Buffer): void {
    const text = this.decoder.write(bytes);
    this.sinceTag += text.length;
    this.parser.write(text);
    if (this.sinceTag > LONGEST_TEXT) throw new Problem('damaged_spreadsheet', 422);
  }

  end(): void {
    this.parser.write(this.decoder.end());
    this.parser.close();
  }
}

/** Walks a whole document. */
export async function walkXml(chunks: AsyncIterable<Buffer>, listener: XmlListener): Promise<void> {
  const walk = new XmlWalk(listener);
  let isEmpty = true;
  for await (const chunk of chunks) {
    isEmpty = false;
    walk.feed(chunk);
  }
  if (!isEmpty) walk.end();
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

/** An attribute by its name without prefix. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  const own = attributes[name];
  if (own !== undefined) return own;
  const prefixed = Object.keys(attributes).find((key) => key.endsWith(`:${name}`));
  return prefixed === undefined ? undefined : attributes[prefixed];
}
