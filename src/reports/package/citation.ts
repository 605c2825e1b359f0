import type { Catalogue } from '../../catalogue/catalogue.js';

/** What a citation names. */
export interface Cited {
  /** Id of the release. */
  readonly id: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  /** Address of the installation; empty while it has none that others can reach: then nothing is linked. */
  readonly publicUrl: string;
  readonly doi?: string;
}

/** How to cite a release: as text, as BibTeX, and as a Citation File (CFF 1.2). */
export interface Citation {
  readonly title: string;
  readonly text: string;
  readonly bibtex: string;
  readonly cff: string;
  /** The DOI if there is one, else where the release stands. */
  readonly url?: string;
}

const PUBLISHER = 'IWW Progress';

/** The same words wherever a release is cited: in its package, on its page and in the API. */
export function citationOf(cited: Cited, { framework, method }: Catalogue): Citation {
  const { id, date, doi } = cited;
  const title = `${framework.name}: progress of countries, edition ${method.edition}, release ${id}`;
  const address = releaseAddress(cited);
  const url = doi === undefined ? address : `https://doi.org/${doi}`;
  const year = date.slice(0, 4);
  const text = `${PUBLISHER} (${year}). ${title}. Data set, ${date}.`;
  return {
    title,
    ...(url === undefined ? {} : { url }),
    text: url === undefined ? text : `${text} ${url}`,
    bibtex: bibtexOf({ title, url, year, date, id, doi }),
    cff: cffOf({ title, url: address, date, id, doi }),
  };
}

/** Where a release stands for good; undefined where the installation has no address that others can reach. */
export function releaseAddress({ id, publicUrl }: Pick<Cited, 'id' | 'publicUrl'>): string | undefined {
  if (publicUrl === '') return undefined;
  return `${publicUrl.replace(/\/+$/, '')}/en/releases/${encodeURIComponent(id)}`;
}

function bibtexOf(of: {
  readonly title: string;
  readonly url: string | undefined;
  readonly year: string;
  readonly date: string;
  readonly id: string;
  readonly doi: string | undefined;
}): string {
  const fields = [
    ['title', of.title],
    ['author', `{${PUBLISHER}}`],
    ['year', of.year],
    ['date', of.date],
    ['version', of.id],
    ['publisher', PUBLISHER],
    ['doi', of.doi],
    ['url', of.url],
  ].flatMap(([name, value]) => (value === undefined ? [] : [`  ${String(name)} = {${escapeBibtex(value)}}`]));
  return `@misc{iww-progress-${of.id.replace(/[^\w.-]/g, '-')},\n${fields.join(',\n')}\n}\n`;
}

/** What TeX would take for a command. Braces stay: they are ours. */
function escapeBibtex(value: string): string {
  return value.replace(/[&%$#_]/g, (sign) => `\\${sign}`);
}

function cffOf(of: {
  readonly title: string;
  readonly url: string | undefined;
  readonly date: string;
  readonly id: string;
  readonly doi: string | undefined;
}): string {
  return [
    'cff-version: 1.2.0',
    'message: If you use this data set, please cite it as below.',
    'type: dataset',
    `title: ${JSON.stringify(of.title)}`,
    'authors:',
    `  - name: ${JSON.stringify(PUBLISHER)}`,
    `version: ${JSON.stringify(of.id)}`,
    `date-released: ${of.date}`,
    ...(of.url === undefined ? [] : [`url: ${JSON.stringify(of.url)}`]),
    ...(of.doi === undefined ? [] : [`doi: ${JSON.stringify(of.doi)}`]),
    '',
  ].join('\n');
}
