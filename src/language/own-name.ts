import type { Language } from './language.js';

/** What a language calls itself, as it begins a line: "Français", "العربية". */
export function ownName(language: Language): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
