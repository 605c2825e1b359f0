import type { JSX } from 'preact';
import type { Area, AreaGroup, Catalogue } from '../../catalogue/catalogue.js';
import type { CompareQuestion } from '../../reports/compare/compare.service.js';
import { peerGroups } from '../../reports/peers.js';
import type { Frame } from '../layout.js';

/** So many other countries of a group are suggested. */
const FEW = 4;

interface CompareSuggestionsProps {
  readonly frame: Frame;
  readonly question: CompareQuestion;
  readonly catalogue: Catalogue;
  readonly areas: readonly Area[];
}

/** What else could stand beside each other: for one country its groups and some of their members, else the regions. */
export function CompareSuggestions({
  frame: { words, named },
  question,
  catalogue: { groups },
  areas,
}: CompareSuggestionsProps): JSX.Element {
  const [code] = question.areas;
  const own = areas.find((area) => area.code === code);
  const name = own === undefined ? '' : words.area(own);
  const subjects = question.nodes.map((node): [string, string] => ['node', node]);
  const address = (choice: readonly (readonly [string, string])[]): string =>
    `${words.to('compare')}?${new URLSearchParams([...choice, ...subjects].map(([key, value]) => [key, value])).toString()}`;
  const all = (kind: AreaGroup['kind']): string =>
    address(groups.filter((group) => group.kind === kind).map((group) => ['group', group.code]));
  const others = (group: AreaGroup): readonly (readonly [string, string])[] =>
    words
      .inOrder(
        areas
          .filter((area) => area.code !== code && group.members.includes(area.code))
          .map((area) => ({ code: area.code, name: words.area(area) })),
      )
      .slice(0, FEW)
      .map((area) => ['area', area.code]);
  const isAlone = own !== undefined && question.areas.length === 1;
  return (
    <nav aria-labelledby="further">
      <h2 id="further">{words.t('compare.further')}</h2>
      <ul class="plain">
        {isAlone &&
          peerGroups(groups.filter(({ members }) => members.includes(own.code))).flatMap((group) => {
            const said = { name, group: named('group', group) };
            return [
              <li key={group.code}>
                <a
                  href={address([
                    ['area', own.code],
                    ['group', group.code],
                  ])}
                >
                  {words.t('compare.suggestWith', said)}
                </a>
              </li>,
              <li key={`${group.code} others`}>
                <a href={address([['area', own.code], ...others(group)])}>
                  {words.t('compare.suggestPeers', said)}
                </a>
              </li>,
            ];
          })}
        <li>
          <a href={all('un_regional_group')}>{words.t('compare.suggestRegions')}</a>
        </li>
        <li>
          <a href={all('income_group')}>{words.t('compare.suggestIncome')}</a>
        </li>
      </ul>
    </nav>
  );
}
