import { Worker } from 'node:worker_threads';
import type { SimulatedNode, SimulationInput } from '../engine/uncertainty.js';
import type { SimulationSettings } from '../engine/variation.js';
import type { IntervalQuestion, IntervalTable } from './score-intervals.js';

/** What a thread is started for: all intervals, or all repetitions of one node. */
export type SimulationQuestion =
  | { readonly kind: 'intervals'; readonly ask: IntervalQuestion }
  | { readonly kind: 'node'; readonly input: SimulationInput; readonly settings: SimulationSettings };

export type SimulationAnswer =
  | { readonly kind: 'intervals'; readonly table: IntervalTable }
  | { readonly kind: 'node'; readonly node: SimulatedNode };

/** A thread at work. */
export interface SimulationRun {
  /** Fails when the thread dies or is stopped before it has an answer. */
  readonly answer: Promise<SimulationAnswer>;
  stop(): Promise<void>;
}

/** What a thread runs. */
export const SIMULATION_PROGRAM = new URL('./simulation.worker.js', import.meta.url);

/** Starts a thread for one question. @param program what it runs */
export function runSimulation(question: SimulationQuestion, program: URL): SimulationRun {
  const worker = new Worker(program, { workerData: question, name: 'simulation' });
  const answer = new Promise<SimulationAnswer>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) =>
      reject(new Error(`The simulation ended with ${String(code)} and no answer`)),
    );
  });
  return {
    answer,
    stop: async () => {
      await worker.terminate();
    },
  };
}
