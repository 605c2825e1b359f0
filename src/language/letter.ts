import { direction, type Language } from './language.js';

/** A part of a letter, in plain words. */
export type LetterBlock =
  | { readonly heading: string }
  /** Whose words follow; in the direction of their own script. */
  | { readonly name: string }
  /** Somebody's own words, in the language they are in. */
  | { readonly said: string; readonly language: Language; readonly label?: string }
  | { readonly text: string }
  | { readonly items: readonly string[] }
  | { readonly link: string; readonly href: string };

/** A mail as one writes it once: its plain text and its page say the same, for they are made of the same parts. */
export interface Letter {
  readonly language: Language;
  readonly title: string;
  readonly blocks: readonly LetterBlock[];
  /** Why it came, and how to end such mails. */
  readonly closing: readonly LetterBlock[];
}

/** The letter as plain text; links stand in lines of their own. Source of the dashes: RFC 3676, section 4.3. */
export function letterText({ blocks, closing }: Letter): string {
  return [...blocks.map(blockText), `-- \n${closing.map(blockText).join('\n\n')}`].join('\n\n');
}

/** The letter as a page that needs nothing from elsewhere: no picture, no script, no style sheet. */
export function letterHtml({ language, title, blocks, closing }: Letter): string {
  const said = language.replaceAll(/[^\w-]/g, '');
  return `<!doctype html>
<html lang="${said}" dir="${direction(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
</head>
<body style="margin: 1.5rem auto; padding: 0 1rem; max-width: 38rem; font: 1rem/1.55 Georgia, serif">
<h1 style="font-size: 1.4rem; line-height: 1.25">${escaped(title)}</h1>
${blocks.map(blockHtml).join('\n')}
<hr>
<div style="font-size: .9rem">
${closing.map(blockHtml).join('\n')}
</div>
</body>
</html>
`;
}

function blockText(block: LetterBlock): string {
  if ('heading' in block) return underlined(block.heading);
  if ('name' in block) return block.name;
  if ('text' in block) return block.text;
  if ('said' in block)
    return [...(block.label === undefined ? [] : [block.label]), ...quoted(block.said)].join('\n');
  if ('items' in block) return block.items.map((item) => `- ${item}`).join('\n');
  return `${block.link}\n${block.href}`;
}

function blockHtml(block: LetterBlock): string {
  if ('heading' in block) {
    return `<h2 style="font-size: 1.1rem; margin: 1.6rem 0 .4rem">${escaped(block.heading)}</h2>`;
  }
  if ('name' in block)
    return `<h3 style="font-size: 1rem; margin: 1.2rem 0 .4rem"><bdi>${escaped(block.name)}</bdi></h3>`;
  if ('text' in block) return `<p>${escaped(block.text)}</p>`;
  if ('said' in block) return saidHtml(block);
  if ('items' in block) {
    return `<ul>\n${block.items.map((item) => `<li>${escaped(item)}</li>`).join('\n')}\n</ul>`;
  }
  return `<p><a href="${escaped(block.href)}">${escaped(block.link)}</a></p>`;
}

function saidHtml({ said, language, label }: Extract<LetterBlock, { readonly said: string }>): string {
  const paragraphs = paragraphsOf(said).map((one) => `<p>${escaped(one)}</p>`);
  const quote = `<blockquote lang="${language}" dir="${direction(language)}">${paragraphs.join('')}</blockquote>`;
  return label === undefined ? quote : `<p>${escaped(label)}</p>\n${quote}`;
}

function quoted(said: string): readonly string[] {
  return paragraphsOf(said).flatMap((one, place) => [...(place === 0 ? [] : ['>']), `> ${one}`]);
}

/** What somebody wrote, paragraph by paragraph. */
export function paragraphsOf(said: string): readonly string[] {
  return said.split(/\n+/);
}

function underlined(heading: string): string {
  return `${heading}\n${'-'.repeat(Math.min(heading.length, 60))}`;
}

function escaped(plain: string): string {
  return plain
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
