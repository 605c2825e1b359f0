import type { CsvCell } from './csv-table.js';
import type { OwnPast, PeersPace, RequiredPace, WhatItTakes } from './what-it-takes.js';

/** What tables say of the way to a target that is not met. */
export const WHAT_IT_TAKES_COLUMNS = [
  'pace_needed',
  'unit_needed_per_year',
  'milestone_year',
  'milestone_value',
  'needed_missing',
  'own_unit_per_year',
  'times_own_pace',
  'own_pace_missing',
  'peer_group',
  'peers_with_pace',
  'fastest_peers',
  'pace_of_fastest_peers',
  'unit_per_year_of_fastest_peers',
  'times_peers_pace',
  'peers_pace_missing',
] as const;

/** All cells are empty where there is no such line. */
export function whatItTakesCells(
  line: WhatItTakes | undefined,
): Readonly<Record<(typeof WHAT_IT_TAKES_COLUMNS)[number], CsvCell>> {
  return {
    ...neededCells(line?.required),
    needed_missing: line?.missing,
    ...ownPastCells(line?.ownPast),
    ...peersCells(line?.peers),
  };
}

function neededCells(required: RequiredPace | undefined) {
  return {
    pace_needed: required?.pointsPerYear,
    unit_needed_per_year: required?.unitPerYear,
    milestone_year: required?.milestone?.year,
    milestone_value: required?.milestone?.value,
  };
}

function ownPastCells(past: OwnPast | undefined) {
  return {
    own_unit_per_year: past?.unitPerYear,
    times_own_pace: past?.factor,
    own_pace_missing: past?.missing,
  };
}

function peersCells(peers: PeersPace | undefined) {
  return {
    peer_group: peers?.group?.code,
    peers_with_pace: peers?.withPace,
    fastest_peers: peers?.fastest.map(({ code }) => code).join(' '),
    pace_of_fastest_peers: peers?.pointsPerYear,
    unit_per_year_of_fastest_peers: peers?.unitPerYear,
    times_peers_pace: peers?.factor,
    peers_pace_missing: peers?.missing,
  };
}
