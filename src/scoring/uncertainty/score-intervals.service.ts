import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { Catalogue } from '../../catalogue/catalogue.js';
import type { LookUp } from '../../catalogue/look-up.js';
import { CatalogueService } from '../../catalogue/catalogue.service.js';
import { Problem } from '../../platform/problem.js';
import type { SimulatedNode } from '../engine/uncertainty.js';
import { planKey, planNodes } from '../board/node-plan.js';
import { readIntervals, type BoardIntervals } from './score-intervals.js';
import { ScoreBoardService } from '../score-board.service.js';
import type { NodeKind, ScoreBoard } from '../score.js';
import { nameNodes, simulationInputInSteps, simulationSettings, type NamedNode } from './simulation-input.js';
import { finishInTurns } from '../board/steps.js';
import {
  runSimulation,
  SIMULATION_PROGRAM,
  type SimulationAnswer,
  type SimulationQuestion,
  type SimulationRun,
} from './simulation-thread.js';

/** So many nodes' repetitions are kept for comparisons; one takes about 1.5 MB. */
const NODES_KEPT = 8;
/** So many comparisons may wait for their turn. */
const MOST_WAITING = 8;

/**
 * Repeats the calculation of the live score board in a thread of its own, so that no request waits for it: one board at
 * a time, then the newest; those in between are passed over. Until `start` it does nothing.
 */
@Injectable()
export class ScoreIntervalsService implements OnModuleDestroy {
  private readonly log = new Logger(ScoreIntervalsService.name);
  private program: URL | undefined;
  private next: { readonly board: ScoreBoard; readonly lookUp: LookUp } | undefined;
  private kept: BoardIntervals | undefined;
  private isAtWork = false;
  private readonly running = new Set<SimulationRun>();
  private compared: { board: ScoreBoard; nodes: Map<string, Promise<SimulatedNode>> } | undefined;
  private turn: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private stopped = false;

  constructor(
    private readonly boards: ScoreBoardService,
    private readonly catalogues: CatalogueService,
  ) {}

  /** Begins with the current board, and goes on with each that follows. @param program what threads run */
  async start(program = SIMULATION_PROGRAM): Promise<void> {
    this.program = program;
    this.boards.onBoard((board) => this.follow(board));
    this.follow(await this.boards.current());
  }

  /** The intervals of that very revision and catalogue version; undefined while they are not known. */
  intervalsOf({ revision }: ScoreBoard, { version }: LookUp): BoardIntervals | undefined {
    const { kept } = this;
    return kept?.revision === revision && kept.catalogueVersion === version ? kept : undefined;
  }

  /**
   * All repetitions of one node of a board; asked for again, they are at hand.
   * @param board the current one
   * @throws Problem `comparison_unavailable` when nothing was started, or too many others wait
   */
  async simulatedNode(
    board: ScoreBoard,
    { catalogue }: LookUp,
    kind: NodeKind,
    code: string,
  ): Promise<SimulatedNode> {
    if (this.compared?.board !== board) this.compared = { board, nodes: new Map() };
    const { nodes } = this.compared;
    const key = planKey(kind, code);
    const known = nodes.get(key);
    if (known !== undefined) return known;
    if (this.program === undefined || this.stopped || this.waiting >= MOST_WAITING) {
      throw new Problem('comparison_unavailable', 503);
    }
    const [oldest] = nodes.keys();
    if (nodes.size >= NODES_KEPT && oldest !== undefined) nodes.delete(oldest);
    const simulated = this.inTurn(() => this.repeatNode(board, catalogue, key)).catch((error: unknown) => {
      nodes.delete(key);
      this.report(`No repetitions of ${key}`, error);
      throw new Problem('comparison_unavailable', 503);
    });
    nodes.set(key, simulated);
    return simulated;
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    await Promise.all([...this.running].map((run) => run.stop()));
  }

  private follow(board: ScoreBoard): void {
    this.next = { board, lookUp: this.catalogues.current() };
    if (!this.isAtWork) void this.work();
  }

  private async work(): Promise<void> {
    this.isAtWork = true;
    while (this.next !== undefined && !this.stopped) {
      const { board, lookUp } = this.next;
      this.next = undefined;
      if (this.intervalsOf(board, lookUp) !== undefined) continue;
      try {
        this.kept = await this.compute(board, lookUp);
      } catch (error) {
        this.report(`No intervals for revision ${String(board.revision)}`, error);
      }
    }
    this.isAtWork = false;
  }

  /** The intervals of any board, whether or not they were asked for before. @throws Error when the server is being stopped */
  async compute(board: ScoreBoard, { catalogue, version }: LookUp): Promise<BoardIntervals> {
    const plans = planNodes(catalogue);
    const input = await finishInTurns(simulationInputInSteps(catalogue, board));
    const settings = simulationSettings(catalogue);
    const units = [...board.ranks().keys()];
    const names = nameNodes(plans);
    const nameOf = (kind: NodeKind, code: string): string => names.get(planKey(kind, code))?.name ?? code;
    const ranked = { node: nameOf('framework', catalogue.framework.code), units };
    const ask = { input, settings, ...(units.length === 0 ? {} : { ranked }) };
    const answer = await this.run({ kind: 'intervals', ask });
    if (answer.kind !== 'intervals') throw new TypeError('The thread answered another question');
    const find = readIntervals(answer.table);
    return {
      revision: board.revision,
      catalogueVersion: version,
      seed: settings.seed,
      replicates: settings.replicates,
      of: (area, kind, code) => find(nameOf(kind, code), area),
    };
  }

  private async repeatNode(board: ScoreBoard, catalogue: Catalogue, key: string): Promise<SimulatedNode> {
    const isAsked = ({ kind, code }: NamedNode): boolean => planKey(kind, code) === key;
    const input = await finishInTurns(simulationInputInSteps(catalogue, board, isAsked));
    const answer = await this.run({ kind: 'node', input, settings: simulationSettings(catalogue) });
    if (answer.kind !== 'node') throw new TypeError('The thread answered another question');
    return answer.node;
  }

  private async run(question: SimulationQuestion): Promise<SimulationAnswer> {
    this.goOn();
    const run = runSimulation(question, this.program ?? SIMULATION_PROGRAM);
    this.running.add(run);
    try {
      return await run.answer;
    } finally {
      this.running.delete(run);
    }
  }

  /** What ends with the service needs no telling. */
  private report(what: string, error: unknown): void {
    if (!this.stopped) this.log.error(what, error);
  }

  private goOn(): void {
    if (this.stopped) throw new Error('The server is being stopped');
  }

  /** One comparison after another. */
  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    this.waiting += 1;
    const mine = this.turn.then(work, work);
    this.turn = mine.catch(() => undefined);
    return mine.finally(() => (this.waiting -= 1));
  }
}
