/** Most links that may prove one figure. */
export const MOST_LINKS = 5;

/** Addresses (http or https) of what proves a figure, from the text they are kept in, parted by spaces. */
export function evidenceLinks(text: string | undefined): readonly string[] {
  return text === undefined ? [] : text.split(/\s+/).filter((link) => link !== '');
}
