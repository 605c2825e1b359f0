import type { ColumnName } from '../checking/columns.js';

/** What a column is for. Those beyond our own columns are of publishers. */
export type HeaderRole =
  | ColumnName
  /** Letters that say how sure a figure is, as SDMX has them. */
  | 'flag'
  /** How the UN Statistics Division says where a figure comes from. */
  | 'nature'
  /** Power of ten that a value is to be multiplied by. */
  | 'multiplier'
  /** A sign that belongs before the value, such as <. */
  | 'prefix'
  /** Parts a population is divided into: only their total is read. */
  | 'breakdown'
  | 'unit'
  | 'frequency'
  /** What an SDMX message wants done with a row. */
  | 'action'
  /** Understood, and of no use here. */
  | 'aside';

export interface HeaderMeaning {
  readonly role: HeaderRole;
  /** Of several columns of one role the lowest is used. */
  readonly rank: number;
}

/** The words of one role, most telling first. English, French, Spanish, Russian, Arabic, Chinese, and publishers' own. */
const WORDS: Readonly<Record<HeaderRole, readonly string[]>> = {
  country: [
    `iso3 | iso3 code | iso 3166 | iso alpha 3 | iso a3 | alpha 3 code | country code iso3 | country iso3 | country iso3 code |
     country iso code | iso country code | code iso | code iso3 | codigo iso | codigo iso3 | код iso | entity iso | iso | iso code |
     country code | code pays | codigo pais | codigo de pais | код страны | رمز البلد | رمز الدولة | 国家代码 |
     ref area | geo area code | area code | area code m49 | spatial dim value code | reference area code | geo | iso2 | iso2 code | iso alpha 2 |
     alpha 2 code | m49 | m49 code | m.49 code | country code m49 | country id | country text id | location | location code | cou | reporter iso | economy code | economy iso3`,
    `country | country or area | country area | country or territory | country territory | countries | country name | country or area name | country label | area | area name | geo area name |
     ref area label | reference area | entity name | entity | economy | economy name | nation | state party | member state | member states | geography | geo label | territory | location name | region country area |
     country or economy | country economy | countries and areas | country and area | country region | pays | nom du pays | pays ou zone | pays ou territoire | état membre | territoire |
     país | países | nombre del país | pais o zona | país o área | país o territorio | estado miembro | territorio |
     страна | страны | название страны | наименование страны | страна или район | страна или территория | государство | государство-член | территория |
     بلد | البلد | البلدان | اسم البلد | دولة | الدولة | الدول | اسم الدولة | البلد أو المنطقة | الدولة العضو |
     国家 | 国别 | 国家名称 | 国家或地区 | 国家地区 | 国家和地区 | 会员国 | 成员国 | 國家 | 國家或地區`,
  ],
  indicator: [
    `indicator code | series code | series id | indicator id | code indicateur | code de l'indicateur | codigo del indicador | codigo indicador | код показателя |
     код индикатора | رمز المؤشر | 指标代码 | variable code | subject code | indic | indic is`,
    `indicator | indicateur | indicador | показатель | индикатор | مؤشر | المؤشر | 指标 | 指標 | series | série | serie | variable | measure code | measure`,
    `indicator name | series name | indicator label | indicator title | series description | nom de l'indicateur | nombre del indicador | название показателя |
     наименование показателя | اسم المؤشر | 指标名称 | statistic | subject`,
  ],
  year: [
    `year | year of observation | reference year | data year | survey year | ref date | année | an | année de référence | año | año de referencia | ano | год | отчетный год | سنة | السنة | عام | العام |
     年 | 年份 | 年度 | time period | ref year`,
    `time | period | période | periodo | período | период | الفترة | 时期 | date | fecha | дата | التاريخ | 日期 | 时间`,
  ],
  value: [
    `obs value | fact value numeric | numeric value`,
    `value | values | valeur | valeurs | valor | valores | значение | величина | القيمة | قيمة | 值 | 数值 | 数据值 | 數值 | data value | observation value`,
  ],
  source: [
    `source | sources | data source | source of data | source des données | source de données | fuente | fuentes | fuente de datos | источник | источник данных | المصدر | مصدر | مصدر البيانات |
     来源 | 数据来源 | 資料來源`,
  ],
  note: [
    `note | notes | footnote | footnotes | value footnotes | obs comment | comment | comments | data note | remarque | remarques | commentaire | commentaires | nota | notas | observaciones | comentario |
     comentarios | примечание | примечания | комментарий | ملاحظة | ملاحظات | 备注 | 注释 | 说明`,
  ],
  edition: [`edition | édition | edición | издание | выпуск | الإصدار | الطبعة | 版本 | 版次`],
  status: [`status | statut | estado | статус | الحالة | 状态 | 狀態`],
  evidence: [
    `evidence | evidence link | evidence url | preuve | lien vers la preuve | evidencia | enlace | enlace de la evidencia | доказательство | подтверждение | ссылка | الدليل | دليل | رابط الدليل | 证据 | 证据链接`,
  ],
  groups: [
    `groups | groups that took part | stakeholder groups | stakeholders | took part | groupes | groupes participants | groupes ayant participé | parties prenantes |
     grupos | grupos participantes | grupos que participaron | partes interesadas | группы | группы участников | участвовавшие группы | заинтересованные стороны |
     المجموعات | مجموعات | المجموعات المشاركة | أصحاب المصلحة | 群体 | 参与群体 | 利益攸关方 | 利益相关方群体`,
  ],
  confidence: [
    `confidence | level of confidence | how sure | confiance | degré de confiance | confianza | grado de confianza | уверенность | степень уверенности |
     الثقة | درجة الثقة | 把握 | 把握程度 | 置信度`,
  ],
  flag: [`obs status | obs flag | flag | flags | flag codes | qualifier | observation status`],
  nature: [`nature`],
  multiplier: [`unit mult | unit multiplier | powercode code`],
  prefix: [`fact value numeric prefix | value prefix | obs value prefix`],
  breakdown: [
    `sex | gender | sexe | genre | sexo | género | пол | الجنس | 性别 | sex code |
     age | age group | âge | groupe d'âge | edad | grupo de edad | возраст | возрастная группа | العمر | الفئة العمرية | 年龄 | 年龄组 |
     urbanisation | urbanization | urban rural | residence | residence area | area type | location type urban rural | degree of urbanisation | deg urb | milieu | milieu de résidence | zona | área de residencia |
     тип местности | местность | مكان الإقامة | الحضر والريف | 城乡 |
     disability status | disability | handicap | discapacidad | education level | level of education | educational attainment | isced11 | isced | wealth quintile | income quintile | quantile | income group of person |
     comp breakdown 1 | comp breakdown 2 | comp breakdown 3 | comp breakdown 4 | reporting type | dim1 | dim1 value code | dim2 value code | dim3 value code | dim2 | dim3 |
     classif1 | classif2 | ind type | hhtyp | citizen | c birth | breakdown | disaggregation | desagregación | désagrégation | sub group | subgroup`,
  ],
  unit: [
    `unit | units | unit measure | unit of measure | unit of measurement | uom | unit code | scale | scalar factor | unité | unidad | unidad de medida | единица измерения | وحدة القياس | 单位 | series units`,
  ],
  frequency: [`freq | frequency | fréquence | frecuencia | периодичность`],
  action: [`action`],
  aside: [
    `structure | structure id | structure name | dataflow | last update | region | sub region | subregion | income group | goal | target | time detail | time coverage | upper bound | lower bound |
     base period | geo info url | year code | time code | time format | unit type | unit measure label | unit mult label | decimals | obs conf | conf status | agg method | database id | database id label |
     parent location | parent location code | location type | period type | is latest year | value type | continent | world regions according to owid | element code | item code`,
  ],
};

/** A header or a word in one spelling: letters and digits only, small, without accents. */
export function foldWord(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

const MEANINGS: ReadonlyMap<string, HeaderMeaning> = new Map(
  Object.entries(WORDS).flatMap(([role, ranks]) =>
    ranks.flatMap((words, rank) =>
      words.split('|').map((word) => [foldWord(word), { role: role as HeaderRole, rank }] as const),
    ),
  ),
);

/** Ends the header of a column that is there to be looked at, in brackets. */
export const NOT_READ = 'not_read';

const NOT_READ_HEADER =
  /\((?:not_read|reason_not_taken|what_is_right)\)\s*$|^\s*(?:reason_not_taken\s*$|what_is_right\s*$|read_as(?:\?|\s*$))/u;
const LONGEST_HEADER = 100;
/** Behind a header: `Value¹`, `Country (a)`, `Year [2]`. */
const FOOTNOTE_MARK = /(?:[¹²³⁰-⁹*†‡]+|\s*[([][a-z\d][)\]])$/iu;

/** What a header says its column is for; `undefined` when its word is not known. */
export function headerMeaning(header: string): HeaderMeaning | undefined {
  if (NOT_READ_HEADER.test(header)) return { role: 'aside', rank: 9 };
  if (header.length > LONGEST_HEADER) return undefined;
  const whole =
    MEANINGS.get(foldWord(header)) ?? MEANINGS.get(foldWord(header.trim().replace(FOOTNOTE_MARK, '')));
  if (whole !== undefined) return whole;
  const code = /^([A-Z][A-Z0-9_]*)\s?:/.exec(header)?.[1];
  return code === undefined ? sameInAllParts(header) : MEANINGS.get(foldWord(code));
}

/** Headers in two languages, such as `Pays / Country` and `Año (year)`: every word must say the same. */
function sameInAllParts(header: string): HeaderMeaning | undefined {
  const words = header.split(/[/()|\n[\]–—:;]+|\s-\s/).map(foldWord);
  const meanings = words.filter((word) => word !== '').map((word) => MEANINGS.get(word));
  const [first] = meanings;
  return meanings.every((meaning) => meaning?.role === first?.role) ? first : undefined;
}

/** Label columns of SDMX (`SEX_LABEL`, `ref_area.label`): the code beside them says the same. */
export function isLabelOfCode(header: string): boolean {
  return /[._ ](label|name|desc|description)$/i.test(header.trim());
}
