/**
 * Words by which a table says that its figures are thousands or millions of something. Rates per thousand or million
 * inhabitants are none: they are units of their own.
 */
const IN_TEXT =
  /\b(?:in|en|em|às|unit:?|units:?|unité ?:|unidad ?:)\s+(?:(?:of|us\$?|usd|de|persons?|people|habitants?|personas)\s+)?(?:thousands?|millions?|billions?|milliers|milliards|miles|millones|000s?)\b|\((?:thousands?|millions?|billions?|milliers|milliards|miles|millones|['’]?000s?)\)|[,:–-]\s*(?:thousands|millions|billions|milliers|milliards|millones)\b|в (?:тысячах|миллионах|миллиардах)|(?:тыс|млн|млрд)(?:[.)\s]|$)|بالآلاف|بالملايين|بالمليار|(?:单位|單位)\s*[:：]?\s*[(（]?(?:千|万|萬|百万|亿|億)/iu;
const AS_UNIT =
  /^(?:in\s+)?(?:thousands?|millions?|billions?|milliers|milliards|miles|millones|тыс[.]?|тысяч[аи]?|млн[.]?|миллион\S*|['’]?000s?|ths|mio|bn|k|(?:ths|mio|bn)_\w+|千|万|百万|亿|千人|万人|百万人|ألف|آلاف|مليون|ملايين)(?:\s+(?:of\s+)?\p{L}+)?$/iu;
const RATE = /\bper\b|\bpar\b|\bpor\b|(?<!\p{L})на(?!\p{L})|لكل|每|%/iu;
const LONGEST = 300;

/** Whether a line of text says so of the table under it. */
export function saysScale(text: string): boolean {
  return text.length <= LONGEST && IN_TEXT.test(text) && !RATE.test(text);
}

/** Whether a unit is a power of ten and perhaps what is counted, such as `Thousands` and `million persons`. */
export function isScaleUnit(unit: string): boolean {
  const text = unit.trim().replace(/^\((.*)\)$/, '$1');
  return text.length <= 40 && AS_UNIT.test(text) && !RATE.test(text);
}
