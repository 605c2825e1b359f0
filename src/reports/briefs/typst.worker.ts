import { parentPort, workerData } from 'node:worker_threads';
import { TypstCompiler, type TypstJob } from './typst-compiler.js';
import type { TypstAnswer } from './typst-thread.js';

/** Makes one document after the other, each as it is asked for. */
const compiler = new TypstCompiler(workerData as [string, ...string[]]);

parentPort?.on('message', ({ id, job }: { readonly id: number; readonly job: TypstJob }) => {
  parentPort?.postMessage(answerOf(id, job));
});

function answerOf(id: number, job: TypstJob): TypstAnswer {
  try {
    return { id, pdf: compiler.pdf(job) };
  } catch (error) {
    return { id, failure: String(error) };
  }
}
