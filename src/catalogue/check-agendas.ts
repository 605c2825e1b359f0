import type { ActionLine, SdgTarget } from './catalogue.js';
import type { SeedFault } from './seed-fault.js';
import { checkUnique, fieldsOf, type SeedDirectory } from './seed-directory.js';
import { codesFrom, type KnownCodes, type SeedFields } from './seed-fields.js';
import { AGENDA_PREFIX, type AgendaKind } from './views.js';

const FILES: Readonly<Record<AgendaKind, string>> = {
  action_line: 'action-lines.csv',
  sdg_target: 'sdg-targets.csv',
};

/** action-lines.csv: lines of action of the World Summit on the Information Society, with codes such as WSIS-C5. */
export function checkActionLines(seeds: SeedDirectory, faults: SeedFault[]): ActionLine[] {
  const rows = fieldsOf(seeds, FILES.action_line, { required: ['code', 'name', 'source'] }, faults);
  checkUnique(rows, ['code']);
  return rows.map((row) => ({
    code: prefixed(row, 'action_line'),
    name: row.text('name'),
    source: row.text('source'),
  }));
}

/** sdg-targets.csv: targets of the Sustainable Development Goals, with codes such as SDG-9.1, each below its goal. */
export function checkSdgTargets(seeds: SeedDirectory, faults: SeedFault[]): SdgTarget[] {
  const required = ['code', 'name', 'goal', 'goal_name', 'source'];
  const rows = fieldsOf(seeds, FILES.sdg_target, { required }, faults);
  checkUnique(rows, ['code']);
  return rows.map((row) => {
    const [code, goal] = [prefixed(row, 'sdg_target'), row.code('goal')];
    if (!code.startsWith(`${goal}.`)) {
      row.fault('goal', `${code} is no target of ${goal}.`, 'Write the goal of the target, e.g. SDG-9.');
    }
    return {
      code,
      name: row.text('name'),
      goal,
      goalName: row.text('goal_name'),
      source: row.text('source'),
    };
  });
}

function prefixed(row: SeedFields, kind: AgendaKind): string {
  const code = row.code('code');
  const prefix = AGENDA_PREFIX[kind];
  if (!code.startsWith(prefix)) {
    row.fault('code', `"${code}" has no "${prefix}" before it.`, `Write ${prefix}${code}.`);
  }
  return code;
}

/**
 * What indicators may name without the prefix: any code where the framework does not describe the agenda, else those
 * that are described.
 */
export function namedShort(
  seeds: SeedDirectory,
  kind: AgendaKind,
  things: readonly { readonly code: string }[],
  faults: readonly SeedFault[],
): KnownCodes {
  if (!seeds.tables.has(FILES[kind])) return { has: () => true, keys: () => [] };
  const short = things.map(({ code }) => code.slice(AGENDA_PREFIX[kind].length));
  return codesFrom(FILES[kind], short, faults);
}
