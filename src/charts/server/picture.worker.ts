import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort } from 'node:worker_threads';
import { drawPng, drawSvg } from './draw-chart.js';
import type { PictureAnswer, PictureOrder } from './picture-order.js';

// Draws one picture after the other. What was drawn natively weighs next to nothing in the heap, so that garbage would
// not be collected for long: it is asked for. Between two pictures the event loop turns, which then lets go of it.

const PICTURES_PER_COLLECTION = 25;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
let drawn = 0;

parentPort?.on('message', (order: PictureOrder) => {
  parentPort?.postMessage(answerOf(order));
  drawn += 1;
  if (drawn % PICTURES_PER_COLLECTION === 0) collectGarbage();
});

function answerOf({ form, specification, options }: PictureOrder): PictureAnswer {
  try {
    if (form === 'svg') return { picture: drawSvg(specification, options) };
    return { picture: new Uint8Array(drawPng(specification, options)) };
  } catch (error) {
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
