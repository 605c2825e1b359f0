import type { StakeholderGroup } from '../../catalogue/stakeholder-group.js';
import { foldWord } from './header-words.js';

/** What people call the groups. English, French, Spanish, Russian, Arabic, Chinese. */
const WORDS: Readonly<Record<StakeholderGroup, string>> = {
  government: `government | governments | gov | govt | state | gouvernement | gouvernements | pouvoirs publics | gobierno | gobiernos |
    правительство | правительства | государство | حكومة | الحكومة | حكومات | الحكومات | 政府`,
  international_organisation: `international organisation | international organization | international organisations |
    international organizations | intergovernmental organisation | intergovernmental organization | intergovernmental organisations |
    intergovernmental organizations | igo | igos | organisation internationale | organisations internationales |
    organisation intergouvernementale | organisations intergouvernementales | organización internacional |
    organizaciones internacionales | organización intergubernamental | organizaciones intergubernamentales |
    международная организация | международные организации | межправительственная организация | межправительственные организации |
    منظمة دولية | المنظمات الدولية | منظمات دولية | منظمة حكومية دولية | المنظمات الحكومية الدولية | 国际组织 | 政府间组织`,
  civil_society: `civil society | civil | ngo | ngos | société civile | sociedad civil | гражданское общество | المجتمع المدني | مجتمع مدني | 民间社会 | 公民社会`,
  technical_community: `technical community | technical | tech community | communauté technique | comunidad técnica |
    техническое сообщество | المجتمع التقني | مجتمع تقني | الأوساط التقنية | 技术社群 | 技术界`,
  private_sector: `private sector | private | business | business sector | secteur privé | sector privado | частный сектор |
    القطاع الخاص | قطاع خاص | 私营部门 | 私营企业`,
};

const GROUPS: ReadonlyMap<string, StakeholderGroup> = new Map(
  Object.entries(WORDS).flatMap(([group, words]) =>
    [group, ...words.split('|')].map((word) => [foldWord(word), group as StakeholderGroup] as const),
  ),
);

/** The group that a word means, in any of the six languages; `undefined` when the word is not known. */
export function groupOfWord(word: string): StakeholderGroup | undefined {
  return GROUPS.get(foldWord(word));
}

/** Every word, folded: to find the one that was meant. */
export const FOLDED_GROUP_WORDS: Iterable<string> = [...GROUPS.keys()];
