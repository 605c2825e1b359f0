import type { JSX } from 'preact';
import type { CountryReport } from '../../reports/report.js';
import type { PeersPace, WhatItTakes } from '../../reports/what-it-takes.js';
import { factorWords, requiredWords } from '../../reports/what-it-takes-words.js';
import { explainAddress } from '../explain-address.js';
import type { Frame } from '../layout.js';
import { Explained } from './explained.js';
import { LinkedList } from './linked-list.js';

interface WhatItTakesProps {
  readonly report: CountryReport;
  readonly frame: Frame;
}

/** The pace each agreed target that is not met asks for, beside the own past and the fastest comparable countries. */
export function WhatItTakesTable({ report, frame }: WhatItTakesProps): JSX.Element | null {
  const { whatWouldItTake: ways, area } = report;
  const { words } = frame;
  if (ways.length === 0) return null;
  return (
    <section>
      <h2 id="way">{words.t('way.title')}</h2>
      <p>{words.t('way.intro')}</p>
      <table class="lines way">
        <caption class="unseen">{words.t('way.caption', { country: words.area(area) })}</caption>
        <thead>
          <tr>
            <th scope="col">{words.t('column.indicator')}</th>
            <th scope="col">
              <Explained words={words} of="target" />
            </th>
            <th scope="col">
              <Explained words={words} of="requiredPace">
                {words.t('way.required')}
              </Explained>
            </th>
            <th scope="col">{words.t('way.ownPast')}</th>
            <th scope="col">{words.t('way.peers')}</th>
          </tr>
        </thead>
        <tbody>
          {ways.map((way) => (
            <Way key={way.indicator} way={way} area={area.code} frame={frame} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Way({
  way,
  area,
  frame,
}: {
  readonly way: WhatItTakes;
  readonly area: string;
  readonly frame: Frame;
}): JSX.Element {
  const { words, named } = frame;
  const { indicator, name, unit, target, targetYear, required, ownPast, peers } = way;
  const explained = explainAddress(words, area, indicator);
  return (
    <tr>
      <th scope="row">
        <a href={explained}>{named('indicator', { code: indicator, name })}</a>{' '}
        <span class="unit">{frame.unit(unit)}</span>
      </th>
      <td data-label={words.t('way.target')}>
        <a href={words.to('indicators', indicator)}>
          {words.t('way.by', { value: words.value(target), year: words.year(targetYear) })}
        </a>
      </td>
      {required === undefined ? (
        <td data-label={words.t('way.required')} colSpan={3} class="quiet">
          {words.t('way.TARGET_YEAR_PASSED')}
        </td>
      ) : (
        <>
          <td data-label={words.t('way.required')}>
            <a href={explained}>{requiredWords(required, words)}</a>
          </td>
          <td data-label={words.t('way.ownPast')}>
            {ownPast?.factor === undefined ? (
              factorWords(ownPast, words)
            ) : (
              <a href={`${explained}#pace`}>{factorWords(ownPast, words)}</a>
            )}
          </td>
          <td data-label={words.t('way.peers')}>
            {factorWords(peers, words)}
            <PeerNames peers={peers} indicator={indicator} frame={frame} />
          </td>
        </>
      )}
    </tr>
  );
}

/** Each of the fastest leads to its own pace. */
function PeerNames({
  peers,
  indicator,
  frame: { words, named },
}: {
  readonly peers: PeersPace | undefined;
  readonly indicator: string;
  readonly frame: Frame;
}): JSX.Element | null {
  if (peers?.group === undefined) return null;
  return (
    <span class="remark">
      <a href={words.to('regions', peers.group.code)}>{named('group', peers.group)}</a>
      {peers.fastest.length > 0 && (
        <>
          {': '}
          <LinkedList
            words={words}
            links={peers.fastest.map((one) => ({
              href: `${explainAddress(words, one.code, indicator)}#pace`,
              text: words.area(one),
            }))}
          />
        </>
      )}
    </span>
  );
}
