import type { JSX } from 'preact';
import type { CountryPeers } from '../../reports/country-peers.js';
import { MOST_BESIDE, type CountryChoice } from '../country-choice.js';
import type { Frame } from '../layout.js';
import type { Named } from '../named.js';
import { ChoiceFields } from './choice-fields.js';
import { Explained } from './explained.js';

export interface PeerFormProps {
  readonly frame: Frame;
  readonly area: Named;
  readonly choice: CountryChoice;
  readonly peers: CountryPeers;
  readonly groups: readonly Named[];
}

/** Whom the country is shown beside, said by name, and a choice of others. */
export function PeerForm({ frame, area, choice, peers, groups }: PeerFormProps): JSX.Element {
  const { words, named } = frame;
  const shown = peers.group?.code;
  return (
    <section id="peers" class="peers">
      <p>
        {sentenceOf(peers, choice, frame)} <Explained words={words} of="peers" />
      </p>
      <details>
        <summary>{words.t('peers.choose')}</summary>
        <form method="get" action="#principles">
          <ChoiceFields choice={{ ...choice, group: undefined, areas: [] }} />
          <p class="field">
            <label for="group">{words.t('peers.group')}</label>
            <select id="group" name="group">
              <option value="">{words.t('peers.ofMethod')}</option>
              {groups.map(({ code, name }) => (
                <option key={code} value={code} selected={choice.group !== undefined && code === shown}>
                  {named('group', { code, name })}
                </option>
              ))}
            </select>
          </p>
          {Array.from({ length: MOST_BESIDE }, (_, position) => (
            <p class="field" key={position}>
              <label for={`with-${String(position)}`}>
                {words.t('peers.country', { position: position + 1 })}
              </label>
              <input
                id={`with-${String(position)}`}
                name="with"
                autocomplete="off"
                value={peers.areas[position] && words.area(peers.areas[position])}
              />
            </p>
          ))}
          <button type="submit">{words.t('country.show')}</button>
        </form>
      </details>
      <p>
        <a href={compareAddress(frame, area.code, peers)}>
          {words.t('peers.compare', { country: words.area(area) })}
        </a>
      </p>
    </section>
  );
}

function sentenceOf(peers: CountryPeers, choice: CountryChoice, { words, named }: Frame): string {
  const areas = peers.areas.map((one) => words.area(one));
  if (peers.group === undefined) {
    return areas.length === 0
      ? words.t('peers.tooFew')
      : words.t('peers.besideAreas', { countries: words.list(areas) });
  }
  const group = named('group', peers.group);
  if (choice.group === undefined) return words.t('peers.besideMethod', { group });
  return words.t('peers.besideGroup', {
    group,
    single: areas.length,
    countries: words.list(areas),
  });
}

function compareAddress({ words }: Frame, area: string, { group, areas }: CountryPeers): string {
  const query = new URLSearchParams([
    ['area', area],
    ...areas.map(({ code }) => ['area', code]),
    ...(group === undefined ? [] : [['group', group.code]]),
  ]);
  return `${words.to('compare')}?${query.toString()}`;
}
