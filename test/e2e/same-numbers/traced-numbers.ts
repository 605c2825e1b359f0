/** A text with a number on a page, and where the links lead that stand with it. */
export interface TracedNumber {
  readonly text: string;
  readonly links: readonly string[];
}

interface Element {
  readonly name: string;
  readonly classes: readonly string[];
  readonly links: string[];
  readonly parent: Element | undefined;
}

/** What stands together: a number is traced by the links of the nearest of these around it. */
const BLOCKS = ['tr', 'li', 'p', 'dd', 'summary', 'figcaption', 'details'];
const EMPTY = ['input', 'img', 'source', 'br', 'meta', 'link'];
/** Words rather than numbers of a country: names, headings, questions, drawings, notes, and the frame of the page. */
const NO_NUMBERS = [
  'h1',
  'h2',
  'h3',
  'h4',
  'caption',
  'svg',
  'script',
  'noscript',
  'select',
  'label',
  'nav',
  'th',
];
const NO_NUMBER_CLASSES = [
  'says',
  'unit',
  'notes',
  'paragraph',
  'about',
  'levels-key',
  'scale',
  'fixed',
  'kicker',
  'statements',
];

/**
 * Every text with a digit in the content of a page, as its program writes it: each element closed, or empty with a slash.
 */
export function tracedNumbers(html: string): readonly TracedNumber[] {
  const main = /<main[^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? '';
  const numbers: { readonly text: string; readonly at: Element }[] = [];
  let at: Element = { name: 'main', classes: [], links: [], parent: undefined };
  for (const [, closing, name, attributes = '', text] of main.matchAll(
    /<(\/)?([a-z][\w-]*)((?:\s[^>]*)?)>|([^<]+)/g,
  )) {
    if (text !== undefined) {
      if (hasDigit(text) && !isApart(at)) numbers.push({ text: text.trim(), at });
    } else if (closing !== undefined) {
      at = at.parent ?? at;
    } else if (name !== undefined) {
      at = opened(name, attributes, at);
    }
  }
  return numbers.map(({ text, at: element }) => ({ text, links: linksWith(element) }));
}

function hasDigit(text: string): boolean {
  return /\d/.test(text.replaceAll(/&#?\w+;/g, ''));
}

/** The element that an opening tag opens; the one around it, where it is empty. */
function opened(name: string, attributes: string, parent: Element): Element {
  const href = name === 'a' ? /\shref="([^"]*)"/.exec(attributes)?.[1] : undefined;
  if (href !== undefined) for (const around of ancestors(parent)) around.links.push(href);
  if (attributes.endsWith('/') || EMPTY.includes(name)) return parent;
  const classes = (/\sclass="([^"]*)"/.exec(attributes)?.[1] ?? '').split(' ');
  return { name, classes, links: href === undefined ? [] : [href], parent };
}

function ancestors(element: Element): readonly Element[] {
  return element.parent === undefined ? [element] : [element, ...ancestors(element.parent)];
}

function isApart(element: Element): boolean {
  return ancestors(element).some(
    ({ name, classes }) =>
      NO_NUMBERS.includes(name) || classes.some((one) => NO_NUMBER_CLASSES.includes(one)),
  );
}

/** Of the nearest block; of what a summary opens, for a summary; of a principle, for what is told of it. */
function linksWith(element: Element): readonly string[] {
  const block = ancestors(element).find(({ name }) => BLOCKS.includes(name));
  if (block === undefined) return element.links;
  if (block.links.length > 0 && block.name !== 'summary') return block.links;
  return block.parent === undefined ? block.links : linksWith(block.parent);
}
