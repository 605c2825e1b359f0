import { COLUMNS, type ColumnName } from '../submissions/checking/columns.js';

/** Languages that templates have headers in: the official ones of the United Nations. */
export const TEMPLATE_LANGUAGES = ['ar', 'en', 'es', 'fr', 'ru', 'zh'] as const;

export type TemplateLanguage = (typeof TEMPLATE_LANGUAGES)[number];

/** A language's template; the English one for languages that have none. */
export function templateLanguage(language: string): TemplateLanguage {
  return TEMPLATE_LANGUAGES.find((one) => one === language) ?? 'en';
}

/** In the order of `COLUMNS`. Words that the reader of files knows. */
const WORDS: Readonly<Record<TemplateLanguage, readonly string[]>> = {
  ar: [
    'البلد',
    'المؤشر',
    'السنة',
    'القيمة',
    'المصدر',
    'ملاحظات',
    'الإصدار',
    'الحالة',
    'الدليل',
    'المجموعات',
    'الثقة',
  ],
  en: COLUMNS,
  es: [
    'país',
    'indicador',
    'año',
    'valor',
    'fuente',
    'nota',
    'edición',
    'estado',
    'evidencia',
    'grupos',
    'confianza',
  ],
  fr: [
    'pays',
    'indicateur',
    'année',
    'valeur',
    'source',
    'remarque',
    'édition',
    'statut',
    'preuve',
    'groupes',
    'confiance',
  ],
  ru: [
    'страна',
    'показатель',
    'год',
    'значение',
    'источник',
    'примечание',
    'издание',
    'статус',
    'доказательство',
    'группы',
    'уверенность',
  ],
  zh: ['国家', '指标', '年份', '数值', '来源', '备注', '版本', '状态', '证据', '群体', '把握'],
};

/** The header of a column: its word in the language and, beside it, its fixed code. */
export function templateHeader(column: ColumnName, language: TemplateLanguage): string {
  const word = WORDS[language][COLUMNS.indexOf(column)] ?? column;
  return word === column ? column : `${word} (${column})`;
}
