/** The word by which templates mark their example, in the languages of templates. */
export const EXAMPLE_WORDS = {
  ar: 'مثال',
  en: 'Example',
  es: 'Ejemplo',
  fr: 'Exemple',
  ru: 'Пример',
  zh: '示例',
} as const;

const MARKED = new RegExp(`^(?:${Object.values(EXAMPLE_WORDS).join('|')})\\s*[:：]`, 'iu');

/** A cell as the first one of a template's example has it: `Example: KEN`. */
export function exampleCell(text: string, language: keyof typeof EXAMPLE_WORDS): string {
  return `${EXAMPLE_WORDS[language]}: ${text}`;
}

/** Whether a row is the example of a template, left in by its sender: its first filled cell says so. */
export function isExampleRow(cells: readonly string[]): boolean {
  const first = cells.find(isFilled);
  return first !== undefined && /[:：]/.test(first) && MARKED.test(first.trim());
}

function isFilled(cell: string): boolean {
  return cell !== '' && cell.trim() !== '';
}
