/** Something that an entry of the audit trail tells. */
export interface Told {
  readonly name: string;
  readonly text: string;
}

/** Something that was otherwise before. */
export interface Changed {
  readonly name: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What an entry tells, taken apart: what changed from what to what, and what else there is to say. */
export function readDetail(detail: Readonly<Record<string, unknown>>): {
  readonly changes: readonly Changed[];
  readonly facts: readonly Told[];
} {
  const { before, after, ...rest } = detail;
  const facts = Object.entries(rest).map(([name, value]) => ({ name, text: textOf(value) }));
  if (before === undefined && after === undefined) return { changes: [], facts };
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  const changes = [...new Set([...was.keys(), ...is.keys()])]
    .map((name) => ({ name, before: was.get(name), after: is.get(name) }))
    .filter((change) => change.before !== change.after);
  return { changes, facts };
}

/** Values that are no record have the empty name. */
function fieldsOf(value: unknown): ReadonlyMap<string, string> {
  if (value === undefined || value === null) return new Map();
  const fields = isRecord(value) ? Object.entries(value) : [['', value] as const];
  return new Map(fields.map(([name, each]) => [name, textOf(each)]));
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(textOf).join(', ');
  if (isRecord(value)) {
    return Object.entries(value)
      .map(([name, each]) => `${name}: ${textOf(each)}`)
      .join('; ');
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
