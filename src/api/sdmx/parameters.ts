import { Problem, type ProblemPart } from '../../platform/problem.js';

/** What the query of an address asks: filters of components, and everything else by name. */
export interface Parameters {
  /** By the id of the component, as written. */
  readonly filters: ReadonlyMap<string, string>;
  readonly named: ReadonlyMap<string, string>;
}

const FILTER = /^c\[(\w+)\]$/;

/**
 * Reads the query of an address by the rules of SDMX, where a plus sign is one. Each name may stand once.
 * @param url of the request
 * @throws Problem `invalid_request`
 */
export function readParameters(url: string, allowed: readonly string[]): Parameters {
  const start = url.indexOf('?');
  const filters = new Map<string, string>();
  const named = new Map<string, string>();
  for (const part of start < 0
    ? []
    : url
        .slice(start + 1)
        .split('&')
        .filter(Boolean)) {
    const [name = '', ...values] = part.split('=').map(decoded);
    const filter = FILTER.exec(name)?.[1];
    const [target, key] = filter === undefined ? ([named, name] as const) : ([filters, filter] as const);
    if (filter === undefined ? !allowed.includes(name) : !allowed.includes('c'))
      throw unknownName(name, allowed);
    if (target.has(key)) throw notSdmx(`?${name}`, name, `${name}=…`);
    target.set(key, values.join('='));
  }
  return { filters, named };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw notSdmx('?', text, 'c[REF_AREA]=KEN');
  }
}

export function unknownName(name: string, allowed: readonly string[]): Problem {
  return invalid({
    code: 'unknown_name',
    pointer: `?${name}`,
    params: { name, allowed: allowed.join(', ') },
  });
}

/** What is not written as SDMX describes. @param example of how it may be */
export function notSdmx(pointer: string, value: string, example: string): Problem {
  return invalid({ code: 'not_sdmx', pointer, value: value.slice(0, 200), params: { example } });
}

export function invalid(part: ProblemPart): Problem {
  return new Problem('invalid_request', 400, {}, [part]);
}

/** What SDMX knows and this service does not do. */
export function notBuilt(what: string): Problem {
  return new Problem('sdmx_not_built', 501, { what });
}

/** One of the words that are known, or what is meant when nothing is said. */
export function chosen<Word extends string>(
  { named }: Parameters,
  name: string,
  known: readonly Word[],
  otherwise: Word,
): Word {
  const text = named.get(name);
  if (text === undefined) return otherwise;
  const word = known.find((one) => one === text);
  if (word === undefined) throw notSdmx(`?${name}`, text, known.join(', '));
  return word;
}

/** A whole number from 1. */
export function count({ named }: Parameters, name: string): number | undefined {
  const text = named.get(name);
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw notSdmx(`?${name}`, text, `${name}=1`);
  return Number(text);
}
