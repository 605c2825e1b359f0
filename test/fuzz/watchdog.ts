import { Worker } from 'node:worker_threads';

/** Ends the process when a file is not done in time, and says which: a loop without an end lets nobody else speak. */
const PROGRAM = `
  const { parentPort, workerData } = require('node:worker_threads');
  let timer;
  parentPort.on('message', (made) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      require('node:fs').writeSync(2, 'This file is not read to its end: ' + made + '\\n');
      process.kill(process.pid, 'SIGKILL');
    }, workerData * 1000);
  });
`;

/** @param seconds that one file may take */
export function watchFor(seconds: number): { begin(made: string): void; end(): Promise<unknown> } {
  const worker = new Worker(PROGRAM, { eval: true, workerData: seconds });
  return { begin: (made) => worker.postMessage(made), end: () => worker.terminate() };
}
