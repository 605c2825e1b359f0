import type { JSX } from 'preact';
import type { CountryReport } from '../../reports/report.js';
import type { PeersPace, WhatItTakes } from '../../reports/what-it-takes.js';
import { factorWords, requiredWords } from '../../reports/what-it-takes-words.js';
import type { Words } from '../words.js';

interface WhatItTakesProps {
  readonly report: CountryReport;
  readonly words: Words;
}

/** The pace each agreed target that is not met asks for, beside the own past and the fastest comparable countries. */
export function WhatItTakesTable({ report, words }: WhatItTakesProps): JSX.Element | null {
  const { whatWouldItTake: ways, area } = report;
  if (ways.length === 0) return null;
  return (
    <section>
      <h2>{words.t('way.title')}</h2>
      <p>{words.t('way.intro')}</p>
      <table class="lines way">
        <caption class="unseen">{words.t('way.caption', { country: area.name })}</caption>
        <thead>
          <tr>
            {['column.indicator', 'way.target', 'way.required', 'way.ownPast', 'way.peers'].map((key) => (
              <th key={key} scope="col">
                {words.t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ways.map((way) => (
            <Way key={way.indicator} way={way} words={words} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Way({ way, words }: { readonly way: WhatItTakes; readonly words: Words }): JSX.Element {
  const { indicator, name, unit, target, targetYear, required, ownPast, peers } = way;
  return (
    <tr>
      <th scope="row">
        <a href={words.to('indicators', indicator)}>{name}</a> <span class="unit">{unit}</span>
      </th>
      <td data-label={words.t('way.target')}>
        {words.t('way.by', { value: words.value(target), year: words.year(targetYear) })}
      </td>
      {required === undefined ? (
        <td data-label={words.t('way.required')} colSpan={3} class="quiet">
          {words.t('way.TARGET_YEAR_PASSED')}
        </td>
      ) : (
        <>
          <td data-label={words.t('way.required')}>{requiredWords(required, words)}</td>
          <td data-label={words.t('way.ownPast')}>{factorWords(ownPast, words)}</td>
          <td data-label={words.t('way.peers')}>
            {factorWords(peers, words)}
            <PeerNames peers={peers} words={words} />
          </td>
        </>
      )}
    </tr>
  );
}

function PeerNames({ peers, words }: { readonly peers: PeersPace | undefined; readonly words: Words }) {
  if (peers?.group === undefined) return null;
  const names = peers.fastest.map(({ name }) => name);
  return (
    <span class="remark">
      {names.length === 0 ? peers.group.name : `${peers.group.name}: ${words.list(names)}`}
    </span>
  );
}
