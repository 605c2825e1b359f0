import type { RowProblem } from './row-problem.js';

/** So many problems of one submission are kept and shown; beyond that they are only counted. */
export const MOST_KEPT_PROBLEMS = 1_000;

/** Gathers problems in the order they are found: the first thousand whole, all of them counted by code. */
export class ProblemLog {
  private readonly first: RowProblem[] = [];
  private readonly counts = new Map<string, number>();
  private found = 0;

  add(problem: RowProblem): void {
    this.found++;
    this.counts.set(problem.code, (this.counts.get(problem.code) ?? 0) + 1);
    if (this.first.length < MOST_KEPT_PROBLEMS) this.first.push(problem);
  }

  get kept(): readonly RowProblem[] {
    return this.first;
  }

  get total(): number {
    return this.found;
  }

  get byCode(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.counts);
  }
}
