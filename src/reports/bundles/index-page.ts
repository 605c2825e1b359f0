import { direction, type Language } from '../../language/language.js';

/** A list of files under a heading, in one language. */
export interface IndexSection {
  readonly language: Language;
  readonly heading: string;
  readonly links: readonly { readonly file: string; readonly text: string; readonly remark?: string }[];
}

/** A page that leads to the files of a bundle; it needs nothing but the files beside it. */
export function indexPage(
  language: Language,
  title: string,
  sections: readonly IndexSection[],
  lede?: string,
): string {
  const said = html(title);
  return (
    `<!doctype html>\n<html lang="${language}" dir="${direction(language)}">\n<meta charset="utf-8">\n` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${said}</title>\n` +
    `<h1>${said}</h1>\n${lede === undefined ? '' : `<p>${html(lede)}</p>\n`}` +
    `${sections.map(sectionOf).join('\n')}\n</html>\n`
  );
}

function sectionOf({ language, heading, links }: IndexSection): string {
  const items = links.map(
    ({ file, text, remark }) =>
      `<li><a href="${html(file)}">${html(text)}</a>${remark === undefined ? '' : ` (${html(remark)})`}</li>`,
  );
  return (
    `<section lang="${language}" dir="${direction(language)}"><h2>${html(heading)}</h2>` +
    `<ul>${items.join('\n')}</ul></section>`
  );
}

function html(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
