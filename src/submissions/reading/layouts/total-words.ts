import { foldWord } from '../header-words.js';

const words = (text: string): ReadonlySet<string> => new Set(text.split('|').map(foldWord));

/** What stands in a column of parts where the whole is meant. */
const WHOLE =
  words(`T | TOT | TOTAL | ALL | BOTHSEX | BTSX | both | both sexes | all ages | ALLAGE | ALLAREA | all areas | national | NAT |
  all age ranges or no breakdown by age | no breakdown | not applicable | G | global | MF | totals | overall | whole population | all persons | all individuals | IND_TOTAL | HH_TOTAL |
  ensemble | tous | toutes | les deux sexes | deux sexes | tous âges | tout âge | ambos sexos | ambos | todos | todas | todas las edades | total nacional | nacional |
  оба пола | всего | все | все возрасты | итого | المجموع | الإجمالي | كلا الجنسين | الجنسين | جميع الأعمار | 合计 | 总计 | 全部 | 总体 | 两性 | 所有年龄 | 男女合计 | 全国`);

/** Rows that are no country: sums, means and groups of them. */
const GROUPS =
  words(`total | totals | sum | grand total | world | world total | all countries | average | mean | median | global | global average | developing countries | developed countries |
  least developed countries | landlocked developing countries | small island developing states | africa | americas | asia | europe | oceania | asia and pacific | asia pacific | arab states | arab world |
  latin america and the caribbean | latin america | northern america | north america | south america | sub saharan africa | european union | euro area | eu 27 | eu27 | eu 28 | oecd | oecd average |
  oecd total | g20 | g7 | brics | cis | high income | low income | middle income | upper middle income | lower middle income | high income countries | low income countries | upper middle income countries |
  lower middle income countries | low and middle income | monde | total mondial | moyenne | moyenne mondiale | tous les pays | afrique | amériques | asie | europe | océanie | union européenne | pays en développement |
  pays développés | mundo | total mundial | promedio | media | promedio mundial | todos los países | américas | américa latina y el caribe | áfrica | unión europea | países en desarrollo | países desarrollados |
  всего | итого | мир | весь мир | в среднем | среднее | все страны | африка | америка | азия | европа | океания | европейский союз | развивающиеся страны |
  العالم | المجموع | الإجمالي | المتوسط | جميع البلدان | أفريقيا | آسيا | أوروبا | الأمريكتان | أوقيانوسيا | الدول العربية | الاتحاد الأوروبي |
  世界 | 全球 | 总计 | 合计 | 平均 | 所有国家 | 非洲 | 亚洲 | 欧洲 | 美洲 | 大洋洲 | 欧盟 | 发展中国家 | 发达国家`);

/** What a line of text under or over a table begins with. */
const NOTE_START =
  /^(?:[*†‡§©#¹²³⁴]|\(?[a-z0-9][)/.\]:]|\[\w+\]|(?:foot)?notes?\b|sources?\b|data (?:source|from|extracted|as of)\b|last updated?\b|last modified\b|updated\b|generated\b|downloaded\b|accessed\b|copyright\b|disclaimer\b|legend\b|key\b|see also\b|available flags\b|special value\b|extracted on\b|retrieved\b|remarques?\b|mise à jour\b|dernière mise\b|légende\b|notas?\b|fuentes?\b|última actualización\b|leyenda\b|примечани|источник|обновлено|ملاحظ|المصدر|المصادر|آخر تحديث|注[:：]|注释|备注|来源|数据来源|资料来源|更新)/iu;

/** Whether the whole is meant, as a code (`_T`, `SEX_T`, `Y_TOTAL`) or a word; an empty cell also means it. */
export function meansWhole(cell: string): boolean {
  const text = cell.trim();
  return (
    text === '' ||
    /^(?:\w*_(?:T|TOTAL|TOTL|TOT|NAT|BTSX|BOTHSEX|ALL|ALLAGES?)|_[ZX])$/i.test(text) ||
    WHOLE.has(foldWord(text))
  );
}

export function namesGroup(cell: string): boolean {
  return cell.length <= 60 && GROUPS.has(foldWord(cell));
}

export function beginsNote(cell: string): boolean {
  return NOTE_START.test(cell.slice(0, 60));
}

/** Whether a text says itself that it is a note, so that figures behind it, as in `Source: ITU, 2023`, are none. */
export function beginsNamedNote(cell: string): boolean {
  return /^(?:(?:foot)?notes?|sources?|remarques?|notas?|fuentes?|примечани\p{L}*|источник\p{L}*|ملاحظ\p{L}*|المصدر|注|注释|来源|数据来源)\s*[:：]/iu.test(
    cell.slice(0, 40),
  );
}

/** Parts that an indicator is about by its own definition, by what its name says. */
const ABOUT: readonly { readonly part: RegExp; readonly name: RegExp }[] = [
  { part: /^(?:f|female|women|woman|sex_f|femmes|mujeres|2)$/i, name: /\b(?:women|woman|female|girls?)\b/i },
  {
    part: /^(?:y_?ge_?15|y15t\w*|15\+|>=15|≥15|15 years (?:old )?and (?:over|older)|15 years old and over|adults?)$/i,
    name: /\badults?\b|\b15\b/i,
  },
];

/** Whether an indicator is about this part alone, as seats held by women are. */
export function isAbout(indicatorName: string, cell: string): boolean {
  return ABOUT.some(({ part, name }) => part.test(cell.trim()) && name.test(indicatorName));
}
