import type { Language } from '../../language/language.js';
import { translate } from '../../language/translate.js';
import type { Shown } from './data-csv.js';
import type { Component } from './flow.js';
import type { Action, Row, Value } from './row.js';
import { isListed, SeenValues } from './seen-values.js';

/** Whether observations stand in their series, or each by itself. */
export type Packing = 'series' | 'flat';

const ACTIONS: Readonly<Record<Action, string>> = { I: 'Information', R: 'Replace', D: 'Delete' };

/** Rows to be taken note of, put in place or taken away: a data set each. */
export interface DataSet {
  readonly action: Action;
  readonly groups: AsyncIterable<readonly Row[]>;
}

/**
 * Rows of data as SDMX-JSON 2.0, piece by piece: what the numbers stand for comes last, once all were seen.
 * Source: SDMX-JSON 2.0.0, field guide and schema of the data message.
 * @param meta head of the message
 * @param links of each data set and of its structure
 */
export async function* dataJson(
  sets: readonly DataSet[],
  shown: Shown,
  packing: Packing,
  { meta, links }: { readonly meta: object; readonly links: readonly object[] },
): AsyncGenerator<string> {
  const seen = new SeenValues(shown.components, shown.lists);
  yield `{"meta":${JSON.stringify(meta)},"data":{"dataSets":[`;
  let written = 0;
  for (const { action, groups } of sets) {
    let isEmpty = true;
    for await (const rows of groups) {
      const text = packing === 'series' ? seriesText(rows, shown, seen) : flatText(rows, shown, seen);
      if (text === '') continue;
      if (isEmpty) yield `${written++ > 0 ? ',' : ''}${opening(action, packing, links)}`;
      yield `${isEmpty ? '' : ','}${text}`;
      isEmpty = false;
    }
    if (!isEmpty) yield '}}';
  }
  const structures = written === 0 ? [] : [structureOf(shown, packing, seen, links, written)];
  yield `],"structures":${JSON.stringify(structures)}}}`;
}

function opening(action: Action, packing: Packing, links: readonly object[]): string {
  const head = JSON.stringify({ structure: 0, action: ACTIONS[action], links }).slice(0, -1);
  return `${head},"${packing === 'series' ? 'series' : 'observations'}":{`;
}

function seriesText(rows: readonly Row[], shown: Shown, seen: SeenValues): string {
  const [key, time, measures, ofSeries, ofObservation] = parts(shown);
  const bySeries = new Map<string, Row[]>();
  for (const row of rows) {
    const place = seen.places(key, row.values).join(':');
    const own = bySeries.get(place);
    if (own === undefined) bySeries.set(place, [row]);
    else own.push(row);
  }
  return [...bySeries]
    .map(([place, own]) => {
      const observations = Object.fromEntries(
        own.map(({ values }) => [
          seen.places(time, values).join(':'),
          trimmed([...plain(measures, values), ...seen.said(ofObservation, values)]),
        ]),
      );
      const attributes = own[0] === undefined ? [] : trimmed(seen.said(ofSeries, own[0].values));
      return `"${place}":${JSON.stringify(attributes.length === 0 ? { observations } : { attributes, observations })}`;
    })
    .join(',');
}

function flatText(rows: readonly Row[], shown: Shown, seen: SeenValues): string {
  const [key, time, measures, ofSeries, ofObservation] = parts(shown);
  return rows
    .map(({ values }) => {
      const said = [...plain(measures, values), ...seen.said([...ofSeries, ...ofObservation], values)];
      return `"${seen.places([...key, ...time], values).join(':')}":${JSON.stringify(trimmed(said))}`;
    })
    .join(',');
}

function parts({
  components,
}: Shown): readonly [
  key: readonly Component[],
  time: readonly Component[],
  measures: readonly Component[],
  ofSeries: readonly Component[],
  ofObservation: readonly Component[],
] {
  const of = (isPart: (component: Component) => boolean): readonly Component[] => components.filter(isPart);
  return [
    of(({ role }) => role === 'dimension'),
    of(({ role }) => role === 'time'),
    of(({ role }) => role === 'measure'),
    of((one) => one.role === 'attribute' && one.of === 'series'),
    of((one) => one.role === 'attribute' && one.of === 'observation'),
  ];
}

function plain(
  components: readonly Component[],
  values: Readonly<Record<string, Value>>,
): readonly (string | number | null)[] {
  return components.map(({ id }) => values[id] ?? null);
}

/** What is not there at the end need not be said. */
function trimmed(values: readonly (string | number | null)[]): readonly (string | number | null)[] {
  return values.slice(0, values.findLastIndex((value) => value !== null) + 1);
}

function structureOf(
  shown: Shown,
  packing: Packing,
  seen: SeenValues,
  links: readonly object[],
  sets: number,
): object {
  const { language, name } = shown;
  const [key, time, measures, ofSeries, ofObservation] = parts(shown);
  const dimensions = [...key, ...time].map((component, keyPosition) => ({
    ...namedComponent(component, language),
    keyPosition,
    values: seen.listOf(component),
  }));
  const attribute = (component: Component): object => ({
    ...namedComponent(component, language),
    relationship: component.of === 'series' ? { dimensions: key.map(({ id }) => id) } : { observation: {} },
    ...(isListed(component) ? valuesOf(seen.listOf(component)) : { format: { dataType: 'String' } }),
  });
  const isFlat = packing === 'flat';
  return {
    links,
    name,
    names: { [language]: name },
    dimensions: {
      dataSet: [],
      series: isFlat ? [] : dimensions.slice(0, key.length),
      observation: isFlat ? dimensions : dimensions.slice(key.length),
    },
    measures: {
      observation: measures.map((measure) => ({
        ...namedComponent(measure, language),
        format: { dataType: measure.type },
      })),
    },
    attributes: {
      dataSet: [],
      series: isFlat ? [] : ofSeries.map(attribute),
      observation: (isFlat ? [...ofSeries, ...ofObservation] : ofObservation).map(attribute),
    },
    annotations: [],
    dataSets: Array.from({ length: sets }, (_, at) => at),
  };
}

/** A list of values has at least one. */
function valuesOf(values: readonly object[]): { readonly values: readonly object[] } | Record<string, never> {
  return values.length === 0 ? {} : { values };
}

function namedComponent(
  { id }: Component,
  language: Language,
): { readonly id: string; readonly name: string; readonly names: Readonly<Record<string, string>> } {
  const name = translate(language, `sdmx.concept.${id}`);
  return { id, name, names: { [language]: name } };
}
