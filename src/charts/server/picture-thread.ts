import { Worker } from 'node:worker_threads';
import type { PictureAnswer, PictureOrder } from './picture-order.js';

/** What the thread runs; the same from the sources and from the build. */
const PROGRAM = new URL('../../../dist/charts/server/picture.worker.js', import.meta.url);

/** Heap of the thread, MB; a world map with its shapes takes less than half of it. */
const HEAP_MB = 192;
/** After so many pictures a thread is replaced: what a library holds on to cannot grow for ever. */
const PICTURES_PER_THREAD = 1_000;
/** A drawing that takes longer is broken off, milliseconds. */
const PATIENCE_MS = 20_000;

interface Waiting {
  resolve(answer: PictureAnswer): void;
  reject(error: Error): void;
}

/** One thread that draws one picture at a time, started when it is first needed. */
export class PictureThread {
  private worker: Worker | undefined;
  private waiting: Waiting | undefined;
  private drawn = 0;

  /** @throws Error when the thread dies or is stuck on it, or the drawing fails */
  async draw(order: PictureOrder): Promise<string | Uint8Array> {
    const worker = (this.worker ??= this.start());
    const patience = setTimeout(() => void worker.terminate(), PATIENCE_MS);
    worker.ref();
    try {
      const answer = await new Promise<PictureAnswer>((resolve, reject) => {
        this.waiting = { resolve, reject };
        worker.postMessage(order);
      });
      if ('fault' in answer) throw new Error(answer.fault);
      return answer.picture;
    } finally {
      clearTimeout(patience);
      this.waiting = undefined;
      worker.unref();
      this.drawn += 1;
      if (this.drawn >= PICTURES_PER_THREAD) await this.stop();
    }
  }

  async stop(): Promise<void> {
    const { worker } = this;
    this.worker = undefined;
    this.waiting?.reject(new Error('The drawing thread was stopped'));
    await worker?.terminate();
  }

  private start(): Worker {
    this.drawn = 0;
    const worker = new Worker(PROGRAM, {
      name: 'pictures',
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    const end = (error: Error): void => {
      if (this.worker !== worker) return;
      this.worker = undefined;
      this.waiting?.reject(error);
    };
    worker.on('message', (answer: PictureAnswer) => this.waiting?.resolve(answer));
    worker.on('error', end);
    worker.on('exit', (code) => {
      end(new Error(`The drawing thread ended with ${String(code)}`));
    });
    return worker;
  }
}
