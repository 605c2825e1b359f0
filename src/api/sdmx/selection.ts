import type { CodeLists } from '../../reports/sdmx/code-lists.js';
import { keyOf, type Component, type Flow } from '../../reports/sdmx/flow.js';
import type { Row, Value } from '../../reports/sdmx/row.js';
import { requireKnownCodes } from '../edge/known-code.js';
import { notSdmx, unknownName } from './parameters.js';
import { daysOf, type Days } from './period.js';

const OPERATORS = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'co', 'nc', 'sw', 'ew'] as const;
type Operator = (typeof OPERATORS)[number];

type Test = (value: Value) => boolean;

/** Which observations of a flow are asked for. */
export interface Selection {
  readonly flow: Flow;
  /** Of each filtered component. */
  readonly tests: ReadonlyMap<string, Test>;
  /** Codes by the place of the dimension, nothing for any; one of the keys has to fit. */
  readonly keys: readonly (readonly (string | undefined)[])[];
}

/**
 * @param key of the address, e.g. `A.KEN.*,A.UGA.*`
 * @param filters by component, e.g. `ge:2015+le:2020`
 * @throws Problem `invalid_request`
 */
export function readSelection(
  flow: Flow,
  key: string,
  filters: ReadonlyMap<string, string>,
  lists: CodeLists,
): Selection {
  const tests = new Map<string, Test>();
  for (const [id, text] of filters) {
    const component = flow.components.find((one) => one.id === id);
    if (component === undefined) {
      throw unknownName(
        `c[${id}]`,
        flow.components.map((one) => `c[${one.id}]`),
      );
    }
    tests.set(id, readTest(text, component, lists));
  }
  return { flow, tests, keys: key.split(',').map((one) => readKey(one, flow, lists)) };
}

function readKey(text: string, flow: Flow, lists: CodeLists): readonly (string | undefined)[] {
  const dimensions = keyOf(flow);
  const parts = text === '*' ? [] : text.split('.');
  if (parts.length > dimensions.length) {
    throw notSdmx('{key}', text, dimensions.map(({ id }) => id).join('.'));
  }
  return parts.map((part, place) => {
    if (part === '' || part === '*') return undefined;
    requireKnownCodes('{key}', [part], [...(lists.get(dimensions[place]?.codes ?? '')?.keys() ?? [])]);
    return part;
  });
}

/** Commas stand between alternatives, plus signs between what has to hold together. */
function readTest(text: string, component: Component, lists: CodeLists): Test {
  const alternatives = text
    .split(',')
    .map((one) => one.split(/[+ ]/).map((condition) => readCondition(condition, component, lists)));
  return (value) => alternatives.some((conditions) => conditions.every((holds) => holds(value)));
}

function readCondition(text: string, component: Component, lists: CodeLists): Test {
  const operator = OPERATORS.find((one) => text.startsWith(`${one}:`));
  const wanted = operator === undefined ? text : text.slice(operator.length + 1);
  const { id, role, codes, type } = component;
  const pointer = `c[${id}]`;
  if (wanted === '') throw notSdmx(`?${pointer}`, text, `${pointer}=ge:2015+le:2020`);
  const isExact = operator === undefined || operator === 'eq' || operator === 'ne';
  if (codes !== undefined && isExact) {
    requireKnownCodes(pointer, [wanted], [...(lists.get(codes)?.keys() ?? [])]);
  }
  const test = operator ?? 'eq';
  if (role === 'time') return periodTest(test, wanted, `?${pointer}`);
  if (type === 'Double') return numberTest(test, wanted, `?${pointer}`);
  return (value) => holds(test, value === undefined ? undefined : String(value), wanted);
}

function periodTest(operator: Operator, wanted: string, pointer: string): Test {
  if (['co', 'nc', 'sw', 'ew'].includes(operator)) {
    return (value) => holds(operator, String(value), wanted);
  }
  const days = daysOf(wanted, pointer);
  return (value) => isThen(operator, daysOf(String(value), pointer), days);
}

/** Whether a period lies as asked to another: before and after it, within its beginning and its end. */
function isThen(operator: Operator, [first, last]: Days, [from, until]: Days): boolean {
  switch (operator) {
    case 'lt':
      return last < from;
    case 'le':
      return last <= until;
    case 'gt':
      return first > until;
    case 'ge':
      return first >= from;
    case 'ne':
      return first !== from || last !== until;
    default:
      return first === from && last === until;
  }
}

function numberTest(operator: Operator, wanted: string, pointer: string): Test {
  const number = Number(wanted);
  if (Number.isNaN(number) || ['co', 'nc', 'sw', 'ew'].includes(operator)) {
    throw notSdmx(pointer, wanted, 'ge:10.5');
  }
  return (value) => holds(operator, value, number);
}

function holds<Kind extends string | number>(operator: Operator, value: Kind | Value, wanted: Kind): boolean {
  if (value === undefined) return operator === 'ne' || operator === 'nc';
  const text = String(value);
  switch (operator) {
    case 'eq':
      return value === wanted;
    case 'ne':
      return value !== wanted;
    case 'lt':
      return value < wanted;
    case 'le':
      return value <= wanted;
    case 'gt':
      return value > wanted;
    case 'ge':
      return value >= wanted;
    case 'co':
      return text.includes(String(wanted));
    case 'nc':
      return !text.includes(String(wanted));
    case 'sw':
      return text.startsWith(String(wanted));
    case 'ew':
      return text.endsWith(String(wanted));
  }
}

/** Codes of a dimension that observations may have; nothing is said where all may. */
export function codesAsked(
  { flow, tests, keys }: Selection,
  dimension: string,
  lists: CodeLists,
): readonly string[] | undefined {
  const place = keyOf(flow).findIndex(({ id }) => id === dimension);
  const list = lists.get(keyOf(flow)[place]?.codes ?? '') ?? new Map<string, { readonly code: string }>();
  const test = tests.get(dimension);
  const isAny = keys.some((key) => key[place] === undefined);
  if (test === undefined && isAny) return undefined;
  const named = new Set(keys.map((key) => key[place]));
  return [...list]
    .filter(([id]) => (isAny || named.has(id)) && (test?.(id) ?? true))
    .map(([, { code }]) => code);
}

/** First and last year that observations may have; nothing is said where all may. */
export function yearsAsked({ flow, tests }: Selection): readonly number[] | undefined {
  const test = flow.components.flatMap(({ id, role }) => (role === 'time' ? (tests.get(id) ?? []) : []))[0];
  if (test === undefined) return undefined;
  return Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i).filter((year) =>
    test(String(year)),
  );
}
const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

export function isSelected({ flow, tests, keys }: Selection, { values }: Row): boolean {
  const dimensions = keyOf(flow);
  return (
    keys.some((key) =>
      key.every((code, place) => code === undefined || values[dimensions[place]?.id ?? ''] === code),
    ) && [...tests].every(([id, test]) => test(values[id]))
  );
}
