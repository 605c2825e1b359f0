import type { StakeholderGroup } from '../../catalogue/stakeholder-group.js';
import type { ReportHead } from '../report.js';
import type { Persons } from './persons.js';

/** Which part of what was contributed is looked at; nothing said: all of it. */
export interface ParticipationView {
  /** ISO 3166-1 alpha-3 of a scored area. */
  readonly area?: string | undefined;
  /** Code of a group of countries; not together with an area. */
  readonly region?: string | undefined;
  readonly issue?: string | undefined;
}

/** How many took part, and how broadly. It stands beside scores and enters none. */
export interface Participation {
  readonly communities: number;
  /** Kinds of these communities, each once, in the order of the directory. */
  readonly kinds: readonly string[];
  readonly countries: number;
  /** A community's figures of one indicator in one country are one contribution. */
  readonly contributions: number;
  /** In how many contributions each group took part; one may be of several groups, or of none that is told. */
  readonly groups: Readonly<Record<StakeholderGroup, number>>;
  /** Contributions of which no group is told. */
  readonly untold: number;
  /** How many of the stakeholder groups took part: 0 to 5. */
  readonly breadth: number;
  /** Evenness of `groups`, 0 to 1; absent with fewer than two contributions, or where no group is told. */
  readonly balance?: number;
  /** Absent where no number is told. */
  readonly persons?: Persons;
}

/** How far contributions reach over the UN regional groups. */
export interface RegionalReach {
  /** Regional groups with a contribution on at least one of their countries. */
  readonly breadth: number;
  /** How many regional groups there are. */
  readonly possible: number;
  /** Evenness of the regions' shares of countries with contributions; absent with fewer than two such countries. */
  readonly balance?: number;
}

export interface ParticipationLine extends Participation {
  readonly code: string;
  readonly name: string;
}

/** Countries that a group is missing from on an issue. */
export interface ParticipationGap {
  readonly issue: string;
  readonly issueName: string;
  /** Countries on which others contributed on the issue and this group did not; absent: where nobody contributed. */
  readonly group?: StakeholderGroup;
  /** ISO 3166-1 alpha-3, in catalogue order. */
  readonly areas: readonly string[];
}

export interface ParticipatingCommunity {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly stakeholder?: string;
  readonly countries: number;
  readonly contributions: number;
}

/** What was accepted in a year and is held: its submissions, and who sent them. */
export interface ParticipationYear {
  readonly year: number;
  readonly submissions: number;
  readonly communities: number;
}

export interface ParticipationReport extends ReportHead {
  readonly kind: 'participation';
  readonly area?: { readonly code: string; readonly name: string };
  readonly region?: { readonly code: string; readonly name: string };
  readonly issue?: { readonly code: string; readonly name: string };
  /** Id of the release whose state it is of. */
  readonly release?: string;
  readonly total: Participation;
  /** Absent when only an area or region is looked at. */
  readonly reach?: RegionalReach;
  /** By name. */
  readonly communities: readonly ParticipatingCommunity[];
  /** UN regional groups; none when only an area or region is looked at. */
  readonly regions: readonly ParticipationLine[];
  /** In catalogue order; none when only one is looked at. */
  readonly issues: readonly ParticipationLine[];
  /** Those with contributions, by name; none when only one is looked at. */
  readonly countries: readonly ParticipationLine[];
  /** By issue, those without anybody first, then by group; only those of at least one country. */
  readonly gaps: readonly ParticipationGap[];
  /** By the year in which what is held was accepted, UTC, oldest first. */
  readonly years: readonly ParticipationYear[];
}
