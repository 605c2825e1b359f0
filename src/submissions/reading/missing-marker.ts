/**
 * What people and programs write where there is no figure, folded: lower case, without spaces, points, brackets. Words
 * that may as well mean zero ("nil", "none" in other tongues) are not among them.
 */
const MARKERS: ReadonlySet<string> = new Set(
  [
    'na n/a nd n/d so s/o sd s/d np n/p nc n/c nr n/r nv ka k/a null none nan <na> <null> \\n missing unknown',
    'x z c m ? ?? × confidential suppressed unavailable blank',
    'notavailable notapplicable notreported notcollected nodata nodataavailable datanotavailable noanswer',
    'nondisponible nonapplicable sansobjet inconnu donnéesnondisponibles pasdedonnées nondispo',
    'nodisponible noaplica noaplicable sindatos sindato desconocido nodispone',
    'н/д нд н/п нетданных неприменимо недоступно данныеотсутствуют неизвестно',
    'غيرمتاح غيرمتاحة غيرمتوفر غيرمتوفرة لاينطبق غيرمنطبق لاتوجدبيانات غم غ/م غيرمعروف',
    '不适用 不詳 不详 无数据 無數據 無資料 暂无 暂无数据 缺失 不可用 没有数据 未知 不適用',
    'nãodisponível semdados keineangabe nichtverfügbar',
  ]
    .join(' ')
    .split(' '),
);

/** Points, dashes or stars alone, as statistical offices set them; a colon, with or without a flag, as Eurostat does. */
const SIGNS_ALONE = /^(?:\.{1,5}|-{1,5}|\*{1,3}|\/{1,2}|:{1,2}\s?\(?[a-z]{0,3}\)?|#)$/;
/** #N/A of a spreadsheet in the languages in which it is set. */
const NOT_AVAILABLE_ERROR = /^#(?:n\/a(?: n\/a)?|na|n\/d|nd|nv|н\/д)!?$/;

const LONGEST = 40;

/** @param text as `foldCell` gives it */
export function isMissingMarker(text: string): boolean {
  if (text === '') return true;
  if (text.length > LONGEST) return false;
  const lower = text.toLowerCase();
  if (SIGNS_ALONE.test(lower) || NOT_AVAILABLE_ERROR.test(lower)) return true;
  const bare = lower.replace(/^[([](.*)[)\]]$/, '$1');
  return SIGNS_ALONE.test(bare) || MARKERS.has(bare.replace(/[\s.]/g, '').normalize('NFC'));
}
