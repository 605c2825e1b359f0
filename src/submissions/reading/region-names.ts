/** Names of a region of the United Nations that are names of an area too, where no other region of its kind is named. */
export const REGION_BESIDE = {
  names: 'Micronesia|Micronésie|Микронезия|密克罗尼西亚',
  beside:
    'Melanesia|Polynesia|Mélanésie|Polynésie|Polinesia|Меланезия|Полинезия|ميلانيزيا|بولينيزيا|美拉尼西亚|波利尼西亚',
};

/** Names of regions and groups that stand among countries in publishers' files; rows of them are passed over. */
export const AGGREGATE_NAMES =
  'World|World total|Global|Total|Monde|Mundo|Мир|Весь мир|العالم|世界|全球|Africa|Afrique|África|Африка|أفريقيا|非洲|' +
  'Asia|Asie|Азия|آسيا|亚洲|Europe|Europa|Европа|أوروبا|欧洲|Oceania|Océanie|Oceanía|Океания|أوقيانوسيا|大洋洲|' +
  'Americas|Amériques|Las Américas|North America|South America|Latin America and the Caribbean|Latin America & Caribbean|' +
  'Central America|Northern America|Caribbean|Antarctic|Sub-Saharan Africa|Northern Africa|Eastern Africa|Middle Africa|' +
  'Southern Africa|Western Africa|Eastern Asia|South-eastern Asia|Southern Asia|Central Asia|Western Asia|Eastern Europe|' +
  'Northern Europe|Southern Europe|Western Europe|Australia and New Zealand|Melanesia|Polynesia|European Union|' +
  'European Union (27)|European Union - 27 countries (from 2020)|EU|EU27|EU-27|EU28|Euro area|Euro area (20 countries)|OECD|' +
  'OECD - Total|OECD members|G7|G20|Arab World|Arab States|East Asia & Pacific|Europe & Central Asia|South Asia|' +
  'Middle East & North Africa|Middle East, North Africa, Afghanistan & Pakistan|Asia and the Pacific|Asia & Pacific|CIS|' +
  'High income|High-income countries|Low income|Low-income countries|Lower middle income|Lower-middle-income countries|' +
  'Upper middle income|Upper-middle-income countries|Middle income|Low & middle income|Developed countries|' +
  'Developing countries|Developed|Developing|Least developed countries|LDCs|Landlocked developing countries|LLDCs|' +
  'Landlocked developing countries (LLDCs)|Least Developed Countries (LDCs)|Small Island Developing States|SIDS|' +
  'Small island developing States (SIDS)|Small states|Fragile and conflict affected situations|IDA total|IBRD only|' +
  'Africa Eastern and Southern|Africa Western and Central|Central Europe and the Baltics|Not classified|' +
  'Северная Африка|Восточная Африка|Центральная Африка|Западная Африка|Южная часть Африки|Африка к югу от Сахары|' +
  'Латинская Америка и Карибский бассейн|Карибский бассейн|Центральная Америка|Южная Америка|Северная Америка|' +
  'Северная и Южная Америка|Центральная Азия|Восточная Азия|Юго-Восточная Азия|Южная Азия|Западная Азия|' +
  'Восточная Европа|Северная Европа|Южная Европа|Западная Европа|Австралия и Новая Зеландия|Меланезия|Полинезия|' +
  'Европейский союз|Afrique du Nord|Afrique septentrionale|Afrique subsaharienne|Afrique orientale|Afrique centrale|' +
  'Afrique australe|Afrique occidentale|Amérique latine et Caraïbes|Caraïbes|Amérique centrale|Amérique du Sud|' +
  'Amérique du Nord|Amérique septentrionale|Asie centrale|Asie orientale|Asie du Sud-Est|Asie du Sud|Asie méridionale|' +
  'Asie occidentale|Europe orientale|Europe du Nord|Europe septentrionale|Europe méridionale|Europe du Sud|' +
  'Europe occidentale|Mélanésie|Polynésie|Union européenne|África septentrional|África subsahariana|África oriental|' +
  'África central|África austral|África meridional|África occidental|América Latina y el Caribe|Caribe|América Central|' +
  'América del Sur|América del Norte|América septentrional|Asia central|Asia oriental|Asia sudoriental|Asia meridional|' +
  'Asia occidental|Europa oriental|Europa septentrional|Europa meridional|Europa occidental|Polinesia|Unión Europea|' +
  'شمال أفريقيا|شرق أفريقيا|غرب أفريقيا|وسط أفريقيا|أفريقيا جنوب الصحراء الكبرى|أمريكا اللاتينية ومنطقة البحر الكاريبي|' +
  'أمريكا الجنوبية|أمريكا الشمالية|أمريكا الوسطى|غرب آسيا|شرق آسيا|جنوب آسيا|وسط آسيا|الاتحاد الأوروبي|الدول العربية|' +
  '北非|东非|西非|中部非洲|南部非洲|撒哈拉以南非洲|拉丁美洲和加勒比|加勒比|中美洲|南美洲|北美洲|中亚|东亚|东南亚|南亚|西亚|' +
  '东欧|北欧|南欧|西欧|美拉尼西亚|波利尼西亚|欧盟|欧洲联盟|' +
  'Europe and Northern America|Northern Africa and Western Asia|Central and Southern Asia|' +
  'Eastern and South-Eastern Asia|Oceania (exc. Australia and New Zealand)|Caribbean small states|Other small states|' +
  'Pacific island small states|Early-demographic dividend|Late-demographic dividend|Pre-demographic dividend|' +
  'Post-demographic dividend|Heavily indebted poor countries|IDA & IBRD total|IDA blend|IDA only|' +
  'Least developed countries: UN classification|Upper and lower middle income|Low and lower middle income';

/** Places that have no code of their own in the lists, and areas that no longer exist; their rows are passed over too. */
export const UNLISTED_NAMES =
  'Kosovo|Косово|كوسوفو|科索沃|Kosovo (under UNSC res. 1244)|Kosovo (under United Nations Security Council Resolution 1244/99)|' +
  'Channel Islands|Îles anglo-normandes|Islas del Canal|Northern Cyprus|Abkhazia|South Ossetia|Transnistria|' +
  'Nagorno-Karabakh|Somaliland|Zanzibar|Soviet Union|USSR|URSS|СССР|Yugoslavia|Serbia and Montenegro|Czechoslovakia|' +
  'East Germany|West Germany|German Democratic Republic|Netherlands Antilles|Yemen Arab Republic|' +
  "Yemen People's Republic|South Vietnam|Sudan (former)|Ethiopia (former)";
