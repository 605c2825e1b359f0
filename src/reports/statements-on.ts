import type { Statement, StatementSubject } from '../communities/statement.js';
import type { NodeKind } from '../scoring/score.js';
import type { ReportSources } from './report-sources.js';

/** Statements on an area, or on a subject wherever, or on a subject of an area; the latest published first. */
export function statementsOn(
  { statements }: Pick<ReportSources, 'statements'>,
  about: { readonly area?: string; readonly subject?: StatementSubject },
): readonly Statement[] {
  return statements.filter(
    ({ area, subject }) =>
      (about.area === undefined || about.area === area) &&
      (about.subject === undefined || about.subject === subject),
  );
}

/** Statements of an area on a score, and on the indicators that it stands on; those on the score first. */
export function statementsBehind(
  sources: Pick<ReportSources, 'statements'>,
  area: string,
  { kind, code }: { readonly kind: NodeKind | 'indicator'; readonly code: string },
  indicators: readonly string[] = [],
): readonly Statement[] {
  const subjects = new Set([`${kind}:${code}`, ...indicators.map((indicator) => `indicator:${indicator}`)]);
  return [...subjects].flatMap((subject) =>
    statementsOn(sources, { area, subject: subject as StatementSubject }),
  );
}

/**
 * Statements that a release does not hold because they came later: those about it, and those about no release in
 * particular. They stand on its page, never in its bytes.
 * @param live statements as published now
 */
export function statementsAfter(
  live: readonly Statement[],
  release: { readonly id: string; readonly publishedAt?: string },
): readonly Statement[] {
  const { id, publishedAt } = release;
  if (publishedAt === undefined) return [];
  return live.filter(
    ({ releaseId, publishedAt: at }) =>
      (releaseId === undefined || releaseId === id) && Date.parse(at) > Date.parse(publishedAt),
  );
}
