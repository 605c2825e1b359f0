/** Where a text stops being JSON. */
export interface JsonFault {
  /** 1 = first. */
  readonly line: number;
  /** Character of the line, 1 = first. */
  readonly character: number;
  /** What stands there; empty at the end of the text. */
  readonly found: string;
}

/** What may come next: a value, one or the end of its list, a name, one or the end of its object, a colon, what follows. */
type Expected = 'value' | 'value or ]' | 'name' | 'name or }' | 'colon' | 'comma or end';

const SPACE = /[ \t\r\n]*/y;
const NUMBER_OR_WORD = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
// eslint-disable-next-line no-control-regex -- they are what JSON does not allow
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const ESCAPED = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/** The first place at which a text cannot be JSON; `undefined` when it is. Source: RFC 8259. */
export function jsonFault(text: string): JsonFault | undefined {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const { 0: found = '' } = pattern.exec(text) ?? [];
    at += found.length;
    return found !== '';
  };
  const skipText = (): boolean => {
    at += 1;
    do skip(PLAIN);
    while (skip(ESCAPED));
    if (text[at] !== '"') return false;
    at += 1;
    return true;
  };
  for (;;) {
    skip(SPACE);
    const sign = text[at];
    if (sign === undefined) {
      const isWhole = open.length === 0 && expected === 'comma or end';
      return isWhole ? undefined : placeOf(text, at);
    }
    const isName = expected.startsWith('name');
    const isValue = expected.startsWith('value');
    if ((isName || isValue) && sign === '"' ? skipText() : isValue && skip(NUMBER_OR_WORD)) {
      expected = isName ? 'colon' : 'comma or end';
      continue;
    }
    const next = afterSign(sign, expected, open);
    if (next === undefined) return placeOf(text, at);
    at += 1;
    expected = next;
  }
}

/** What may come after a bracket, comma or colon; `undefined` where it may not stand. */
function afterSign(sign: string, expected: Expected, open: ('{' | '[')[]): Expected | undefined {
  if ((sign === '{' || sign === '[') && expected.startsWith('value')) {
    open.push(sign);
    return sign === '{' ? 'name or }' : 'value or ]';
  }
  if (closes(sign, open.at(-1), expected)) {
    open.pop();
    return 'comma or end';
  }
  if (sign === ',' && expected === 'comma or end' && open.length > 0) {
    return open.at(-1) === '{' ? 'name' : 'value';
  }
  return sign === ':' && expected === 'colon' ? 'value' : undefined;
}

function closes(sign: string, opened: '{' | '[' | undefined, expected: Expected): boolean {
  if (sign === '}') return opened === '{' && (expected === 'name or }' || expected === 'comma or end');
  return sign === ']' && opened === '[' && (expected === 'value or ]' || expected === 'comma or end');
}

function placeOf(text: string, at: number): JsonFault {
  const before = text.slice(0, at).split('\n');
  const found = /^(?:[\w.+-]{1,20}|[^])?/u.exec(text.slice(at, at + 20))?.[0] ?? '';
  return { line: before.length, character: (before.at(-1)?.length ?? 0) + 1, found };
}
