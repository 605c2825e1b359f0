import { parentPort, workerData } from 'node:worker_threads';
import { simulate } from '../engine/uncertainty.js';
import { tabulateIntervals } from './score-intervals.js';
import type { SimulationAnswer, SimulationQuestion } from './simulation-thread.js';

// Answers the one question it was started with, and ends.

const question = workerData as SimulationQuestion;

function answer(): SimulationAnswer {
  if (question.kind === 'intervals') return { kind: 'intervals', table: tabulateIntervals(question.ask) };
  const [node] = simulate(question.input, question.settings);
  if (node === undefined) throw new RangeError('One node is asked for at a time');
  return { kind: 'node', node };
}

const found = answer();
const blocks = found.kind === 'intervals' ? [found.table.scores, found.table.ranks] : [found.node.scores];
parentPort?.postMessage(
  found,
  blocks.map(({ buffer }) => buffer as ArrayBuffer),
);
