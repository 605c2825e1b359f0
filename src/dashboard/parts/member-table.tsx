import type { JSX } from 'preact';
import type { GroupParts } from '../../reports/group-report.js';
import { explainAddress } from '../explain-address.js';
import type { Frame } from '../layout.js';

interface MemberTableProps extends Pick<GroupParts, 'members'> {
  readonly principles: readonly { readonly code: string; readonly name: string }[];
  readonly frame: Pick<Frame, 'words' | 'named'>;
}

/** Every country of a group with its score in each principle, by name: an order, not a ranking. */
export function MemberTable({ members, principles, frame: { words, named } }: MemberTableProps): JSX.Element {
  const shown = words.inOrder(members.map((member) => ({ ...member, name: words.area(member) })));
  return (
    <table class="lines ledger">
      <caption>{words.t('region.membersCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{words.t('column.country')}</th>
          {principles.map((principle) => (
            <th key={principle.code} scope="col" class="number">
              {named('principle', principle)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((member) => (
          <tr key={member.code}>
            <th scope="row">
              <a href={words.to('countries', member.code)}>{member.name}</a>
            </th>
            {principles.map((principle) => {
              const score = member.principles.find(({ code }) => code === principle.code)?.score;
              return (
                <td key={principle.code} class="number" data-label={named('principle', principle)}>
                  {score === undefined ? (
                    words.t('level.none')
                  ) : (
                    <a href={explainAddress(words, member.code, principle.code)}>{words.score(score)}</a>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
