/** What a component of a data set is: what it is named by, its period, what is said of it, and beside it. */
export type Role = 'dimension' | 'time' | 'measure' | 'attribute';

/** A component of a data structure. Source: SDMX 3.0, section 2, information model. */
export interface Component {
  readonly id: string;
  readonly role: Role;
  /** Id of the list its values are codes of. */
  readonly codes?: string;
  /** Of values that are no codes. */
  readonly type?: 'String' | 'Double' | 'URI' | 'ObservationalTimePeriod';
  /** Attributes: what they say something of. */
  readonly of?: 'series' | 'observation';
}

/** A flow of data with the structure it has. */
export interface Flow {
  readonly id: string;
  /** Id of its data structure. */
  readonly structure: string;
  /** Dimensions in the order of keys, the period, measures, attributes. */
  readonly components: readonly Component[];
}

/** One version of all artefacts, of the kind that may change: what is measured changes with its catalogue. */
export const VERSION = '1.0';

const FREQUENCY: Component = { id: 'FREQ', role: 'dimension', codes: 'CL_FREQ' };
const AREA: Component = { id: 'REF_AREA', role: 'dimension', codes: 'CL_AREA' };
const PERIOD: Component = { id: 'TIME_PERIOD', role: 'time', type: 'ObservationalTimePeriod' };
const STATUS: Component = { id: 'OBS_STATUS', role: 'attribute', codes: 'CL_OBS_STATUS', of: 'observation' };

/** Figures as they are held, of every source. */
const OBSERVATIONS: Flow = {
  id: 'OBSERVATIONS',
  structure: 'DSD_OBSERVATIONS',
  components: [
    FREQUENCY,
    AREA,
    { id: 'INDICATOR', role: 'dimension', codes: 'CL_INDICATOR' },
    { id: 'SERIES', role: 'dimension', codes: 'CL_SERIES' },
    PERIOD,
    { id: 'OBS_VALUE', role: 'measure', type: 'Double' },
    { id: 'UNIT_MEASURE', role: 'attribute', type: 'String', of: 'series' },
    { id: 'SOURCE', role: 'attribute', type: 'String', of: 'series' },
    { id: 'EDITION', role: 'attribute', type: 'String', of: 'series' },
    { id: 'ORGANISATION', role: 'attribute', type: 'String', of: 'series' },
    { id: 'TERMS', role: 'attribute', type: 'String', of: 'series' },
    { id: 'PROVENANCE', role: 'attribute', type: 'String', of: 'series' },
    { id: 'COMMUNITY', role: 'attribute', codes: 'CL_COMMUNITY', of: 'series' },
    STATUS,
    { id: 'STATUS', role: 'attribute', codes: 'CL_STATUS', of: 'observation' },
    { id: 'COMMENT', role: 'attribute', type: 'String', of: 'observation' },
    { id: 'EVIDENCE', role: 'attribute', type: 'URI', of: 'observation' },
    { id: 'OBSERVATION_ID', role: 'attribute', type: 'String', of: 'observation' },
  ],
};

/** Levels and scores, or why there is none. */
const SCORES: Flow = {
  id: 'SCORES',
  structure: 'DSD_SCORES',
  components: [
    FREQUENCY,
    AREA,
    { id: 'NODE', role: 'dimension', codes: 'CL_NODE' },
    PERIOD,
    { id: 'SCORE', role: 'measure', type: 'Double' },
    { id: 'SCORE_LOW', role: 'measure', type: 'Double' },
    { id: 'SCORE_HIGH', role: 'measure', type: 'Double' },
    { id: 'COVERAGE', role: 'measure', type: 'Double' },
    { id: 'NODE_KIND', role: 'attribute', codes: 'CL_NODE_KIND', of: 'series' },
    STATUS,
    { id: 'MISSING', role: 'attribute', codes: 'CL_MISSING', of: 'observation' },
    { id: 'GRADE', role: 'attribute', codes: 'CL_GRADE', of: 'observation' },
  ],
};

export const FLOWS: readonly Flow[] = [OBSERVATIONS, SCORES];

/** What names a series, in the order of keys. */
export function keyOf({ components }: Flow): readonly Component[] {
  return components.filter(({ role }) => role === 'dimension');
}

export function measuresOf({ components }: Flow): readonly Component[] {
  return components.filter(({ role }) => role === 'measure');
}

export function attributesOf({ components }: Flow, of?: Component['of']): readonly Component[] {
  return components.filter(
    (component) => component.role === 'attribute' && (of === undefined || component.of === of),
  );
}
