/** Words that stand in headers and notes, beside the names that the Unicode data of the runtime knows. */
const FURTHER_WORDS: Readonly<Record<string, string>> = {
  fr: 'année unité données référence région estimé prévisions à été où déjà très même être côté née ménages accès sécurité qualité réseau télécommunications',
  es: 'año país índice región población número según también más información último mañana niños señal conexión días así educación comunicación',
  pt: 'país ano região não informação população são também até índice número média famílias avaliação está você ações nível',
  de: 'länder jahr für über bevölkerung größe schätzung straße später höhe geräte wäre können müssen früh natürlich',
  sv: 'år värde källa för är på från hushåll också då både när över många',
  pl: 'państwo wartość rok źródło ludność wskaźnik kraj jednostka się że jest także są będzie może więcej dostęp ludności',
  cs: 'země rok hodnota zdroj ukazatel počet domácnosti přístup období více také není příští věk',
  hu: 'ország év érték forrás mutató népesség háztartások hozzáférés időszak és több megjegyzés közötti fő száma',
  ro: 'țară an valoare sursă populație și în după gospodării acces ţară şi în populaţie',
  ru: 'страна год значение источник показатель примечание код регион единица данные население доля оценка итого среднее домохозяйства доступ интернет пользователи процент всего город село мужчины женщины министерство статистика',
  uk: 'країна рік значення джерело показник примітка населення частка всього',
  bg: 'държава година стойност източник показател',
  el: 'χώρα έτος τιμή πηγή δείκτης πληθυσμός νοικοκυριά πρόσβαση σύνολο μονάδα',
  lt: 'šalis metai reikšmė šaltinis rodiklis gyventojų gyventojai dalis pastaba namų ūkių naudojančių agentūra duomenų iš už yra savivaldybė',
  lv: 'valsts gads vērtība avots rādītājs iedzīvotāju piezīme mājsaimniecības pārvalde centrālā lietotāji',
  et: 'riik aasta väärtus allikas näitaja rahvastik märkus leibkonnad kättesaadavus',
  hr: 'država godina vrijednost izvor pokazatelj stanovništvo kućanstva bilješka središnji državni zavod što više',
  sk: 'krajina rok hodnota zdroj ukazovateľ obyvateľstvo domácnosti prístup štatistický úrad poznámka počet',
  sl: 'država leto vrednost vir kazalnik prebivalstvo gospodinjstva število urad več',
  fi: 'maa vuosi arvo lähde väestö kotitaloudet käyttäjät määrä myös että tämä',
  it: 'paese anno valore fonte popolazione è più perché famiglie città disponibilità unità attività',
  da: 'land år værdi kilde på også større område året første måned',
  nb: 'land år verdi kilde på også større område året første måned',
  tr: 'ülke yıl değer kaynak gösterge nüfus açıklama için ve hanehalkı erişim kullanıcı sayısı toplam',
  ar: 'بلد البلد الدولة السنة القيمة المصدر المؤشر ملاحظة الرمز السكان النسبة إجمالي الإنترنت مستخدمو وزارة الإحصاء',
  fa: 'کشور سال مقدار منبع شاخص جمعیت',
  he: 'מדינה שנה ערך מקור מדד אוכלוסייה',
  zh: '国家 地区 年份 年度 指标 数值 值 来源 备注 代码 单位 人口 互联网 用户 比例 百分比 总计 数据 统计局 报告 名称 编码 状态 说明 家庭 使用 全国 城市 农村 男 女',
  'zh-Hant':
    '國家 地區 年份 年度 指標 數值 值 來源 備註 代碼 單位 人口 網際網路 用戶 比例 百分比 總計 資料 統計 報告 名稱 狀態 說明 家庭 使用 全國 城市 農村',
  ja: '国 国名 年 年度 指標 値 出典 備考 コード 単位 人口 インターネット 利用者 割合 合計 データ 統計 総務省 世帯 都市 の に は を が と で た し',
  ko: '국가 연도 지표 값 출처 비고 코드 단위 인구 인터넷 이용자 비율 합계 자료 통계 가구 이용률',
  th: 'ประเทศ ปี ค่า แหล่งที่มา ตัวชี้วัด ประชากร',
  vi: 'quốc gia năm giá trị nguồn chỉ số dân số',
};

const LANGUAGE_CODES =
  'ar az be bg bn bs ca cs da de el en es et fa fi fr ga he hi hr hu hy id is it ja ka ko lt lv mk mt nl no pl pt ro ru sk sl sq sr sv th tr uk ur vi zh'.split(
    ' ',
  );
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');

/** Pieces of the words of one language: whole words, and their letters with and without neighbours. */
export interface WordModel {
  readonly words: ReadonlySet<string>;
  /** One letter; a letter with the one before or after it; with both. Words are bounded by spaces. */
  readonly pieces: ReadonlySet<string>;
  /** In scripts of thousands of signs: those that a national standard counts among the usual ones. */
  readonly usualSigns: ReadonlySet<string>;
}

/** Where an encoding has its usual signs: its first bytes, and its second ones. */
const USUAL_SIGNS: Readonly<
  Record<string, readonly [encoding: string, first: number, last: number, from: number]>
> = {
  zh: ['gb18030', 0xb0, 0xd7, 0xa1],
  'zh-Hant': ['big5', 0xa4, 0xc6, 0x40],
  ja: ['euc-jp', 0xa4, 0xcf, 0xa1],
  ko: ['euc-kr', 0xb0, 0xc8, 0xa1],
};

function usualSignsIn(language: string): ReadonlySet<string> {
  const signs = new Set<string>();
  const place = USUAL_SIGNS[language];
  if (place === undefined) return signs;
  const [encoding, first, last, from] = place;
  const decoder = new TextDecoder(encoding);
  for (let lead = first; lead <= last; lead++) {
    for (let trail = from; trail < 0xff; trail++) signs.add(decoder.decode(Uint8Array.of(lead, trail)));
  }
  return signs;
}

const models = new Map<string, WordModel>();

/**
 * What words of a language look like, learned from the names of countries, languages and currencies that the runtime's
 * Unicode data has in it. Made when first asked for.
 */
export function wordModel(language: string): WordModel {
  const known = models.get(language);
  if (known !== undefined) return known;
  const words = new Set<string>();
  const pieces = new Set<string>();
  for (const name of namesIn(language)) {
    for (const word of name
      .toLowerCase()
      .normalize('NFC')
      .match(/\p{L}[\p{L}\p{M}]*/gu) ?? []) {
      words.add(word);
      const letters = ` ${word} `;
      for (let at = 1; at < letters.length - 1; at++) {
        pieces.add(letters.slice(at, at + 1));
        pieces.add(letters.slice(at - 1, at + 1)).add(letters.slice(at, at + 2));
        pieces.add(letters.slice(at - 1, at + 2));
      }
    }
  }
  const model = { words, pieces, usualSigns: usualSignsIn(language) };
  models.set(language, model);
  return model;
}

function* namesIn(language: string): Generator<string> {
  yield FURTHER_WORDS[language] ?? '';
  const regions = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  for (const first of LETTERS) for (const second of LETTERS) yield regions.of(first + second) ?? '';
  const languages = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' });
  for (const code of LANGUAGE_CODES) yield languages.of(code) ?? '';
  const currencies = new Intl.DisplayNames([language], { type: 'currency', fallback: 'none' });
  for (const code of Intl.supportedValuesOf('currency')) yield currencies.of(code) ?? '';
}
