/** How names of months begin in the six languages and some others, as a part of a regular expression (flags iu). */
export const MONTH_WORD =
  '(?:jan|feb|fév|fev|mar|apr|avr|abr|may|mai|jun|juin|jul|juil|aug|aoû|aou|ago|sep|oct|okt|nov|dec|déc|dic|dez|ene|' +
  'янв|фев|мар|апр|май|мая|июн|июл|авг|сен|окт|ноя|дек|' +
  'يناير|فبراير|مارس|أبريل|ابريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر)\\p{L}{0,10}\\.?';
