import type { JSX } from 'preact';
import type { NamedDifference, ReleaseDiff } from '../../reports/releases/release-diff.js';
import { Layout, type Frame } from '../layout.js';
import { ChangeTable } from '../parts/release-changes.js';
import { SettingTable } from '../parts/release-settings.js';
import type { Words } from '../words.js';

export interface ReleaseDiffPageProps {
  readonly frame: Frame;
  readonly diff: ReleaseDiff;
  readonly areaName: (code: string) => string;
  /** Only its scores, all of them: ISO 3166-1 alpha-3. */
  readonly area?: string;
}

/** So many changes are shown of all countries together. */
const LARGEST = 50;

/** What the later of two releases says otherwise: how much, why, where, and by which rules. */
export function ReleaseDiffPage({ frame, diff, areaName, area }: ReleaseDiffPageProps): JSX.Element {
  const { words } = frame;
  const { from, to, counts, statements } = diff;
  const address = `releases/${encodeURIComponent(from.id)}/diff/${encodeURIComponent(to.id)}`;
  const title = words.t('diff.title', { from: from.id, to: to.id });
  return (
    <Layout frame={frame} title={title} api={address}>
      <h1>{title}</h1>
      <p class="lede">
        {words.t('diff.lede', {
          count: counts.changes,
          areas: counts.areas,
          from: from.id,
          fromDay: words.day(from.date),
          to: to.id,
          toDay: words.day(to.date),
        })}
      </p>
      {counts.changes > 0 && (
        <>
          <p>{words.t('diff.directions', { phrases: directions(diff, words) })}</p>
          <CauseTable diff={diff} words={words} />
          <Changes frame={frame} diff={diff} area={area} />
        </>
      )}
      <h2>{words.t('diff.settings')}</h2>
      <SettingTable settings={diff.settings} from={from.id} to={to.id} words={words} />
      {statements.length > 0 && (
        <>
          <h2>{words.t('diff.statements')}</h2>
          <ul>
            {statements.map(({ id, area: code, by, publishedAt }) => (
              <li key={id}>
                <a href={words.to('countries', code)}>
                  {words.t('diff.statement', {
                    name: by.name,
                    country: words.area({ code, name: areaName(code) }),
                    day: words.day(publishedAt),
                  })}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        {words.t('diff.files')} <a href={`/api/v1/${address}.csv`}>CSV</a> ·{' '}
        <a href={`/api/v1/${address}`}>JSON</a>
      </p>
    </Layout>
  );
}

/** Those that there are. */
function directions({ counts }: ReleaseDiff, words: Words): string {
  const known = (['rose', 'fell', 'came', 'went'] as const).filter((way) => counts[way] > 0);
  return words.list(known.map((way) => words.t(`diff.${way}`, { count: counts[way] })));
}

function CauseTable({ diff, words }: { readonly diff: ReleaseDiff; readonly words: Words }): JSX.Element {
  const { byCause, unsplit } = diff.counts;
  return (
    <>
      <h2>{words.t('diff.causes')}</h2>
      <table class="causes">
        <caption>{words.t('diff.causesCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{words.t('diff.cause')}</th>
            <th scope="col" class="number">
              {words.t('diff.moved')}
            </th>
            <th scope="col" class="number">
              {words.t('diff.meanSize')}
            </th>
          </tr>
        </thead>
        <tbody>
          {byCause.map(({ cause, changes, meanSize }) => (
            <tr key={cause}>
              <th scope="row">{words.t(`diff.cause.${cause}`)}</th>
              <td class="number">{words.exact(changes)}</td>
              <td class="number">{meanSize === undefined ? '–' : words.score(meanSize)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {unsplit > 0 && <p class="quiet">{words.t('diff.unsplit', { count: unsplit })}</p>}
    </>
  );
}

function Changes({
  frame,
  diff,
  area,
}: {
  readonly frame: Frame;
  readonly diff: ReleaseDiff;
  readonly area: string | undefined;
}): JSX.Element {
  const { words } = frame;
  const countries = words.inOrder(
    [...new Map(diff.changes.map((one) => [one.area, one])).values()].map(
      ({ area: code, areaName: name }) => ({
        code,
        name: words.area({ code, name }),
      }),
    ),
  );
  const shown = area === undefined ? largest(diff.changes) : diff.changes.filter((one) => one.area === area);
  const country = countries.find(({ code }) => code === area)?.name ?? area ?? '';
  return (
    <>
      <h2 id="changes">{words.t('diff.changes')}</h2>
      <form action="#changes" method="get" class="choose">
        <label for="area">{words.t('diff.choose')}</label>
        <div class="row">
          <select id="area" name="area">
            <option value="">{words.t('diff.all')}</option>
            {countries.map(({ code, name }) => (
              <option key={code} value={code} selected={code === area}>
                {name}
              </option>
            ))}
          </select>
          <button type="submit">{words.t('diff.show')}</button>
        </div>
      </form>
      <ChangeTable
        frame={frame}
        changes={shown}
        from={diff.from.id}
        to={diff.to.id}
        ofArea={area !== undefined}
        caption={
          area === undefined
            ? words.t('diff.largest', { shown: shown.length, count: words.exact(diff.counts.changes) })
            : words.t('diff.ofArea', { count: shown.length, country })
        }
      />
    </>
  );
}

/** The largest first; what came or went stands last. */
function largest(changes: readonly NamedDifference[]): readonly NamedDifference[] {
  const size = ({ change = 0 }: NamedDifference): number => Math.abs(change);
  return changes.toSorted((one, other) => size(other) - size(one)).slice(0, LARGEST);
}
