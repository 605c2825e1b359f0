import type { Language } from '../../language/language.js';
import { translate } from '../../language/translate.js';
import type { Notice } from './notice.js';

/** What params a code leaves out are filled with. */
const NOTHING = { rows: 0, good: 0, cells: 0, days: 0, reason: '' };

/** A notice in a few words, and in whole sentences. */
export function noticeWords(
  language: Language,
  { code, params }: Pick<Notice, 'code' | 'params'>,
): { readonly title: string; readonly text: string } {
  return {
    title: translate(language, `notice.${code}.title`),
    text: translate(language, `notice.${code}.text`, { ...NOTHING, ...params }),
  };
}
