import { Worker } from 'node:worker_threads';
import type { TypstJob } from './typst-compiler.js';

/** What the thread says of a job. */
export type TypstAnswer =
  { readonly id: number; readonly pdf: Uint8Array } | { readonly id: number; readonly failure: string };

interface Waiting {
  readonly resolve: (pdf: Buffer) => void;
  readonly reject: (error: Error) => void;
}

/** A template that takes longer than this does not end: its thread is stopped. */
const LONGEST_MS = 60_000;
/** The compiler keeps some 3 MB of each document, whatever it is told to forget, until its thread ends. */
const DOCUMENTS = 20;

/** A thread that makes documents, one after the other, and ends when it has made enough. */
export class TypstThread {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;
  private hasEnded = false;

  /** @param program what it runs; @param directories of folders with templates */
  constructor(program: URL, directories: readonly string[]) {
    this.worker = new Worker(program, { workerData: directories, name: 'typst' });
    this.worker.on('message', (answer: TypstAnswer) => {
      const waiting = this.waiting.get(answer.id);
      if ('pdf' in answer) waiting?.resolve(Buffer.from(answer.pdf));
      else waiting?.reject(new Error(answer.failure));
    });
    const end = (error: Error): void => {
      this.hasEnded = true;
      for (const { reject } of this.waiting.values()) reject(error);
    };
    this.worker.on('error', end);
    this.worker.on('exit', () => {
      end(new Error('The thread that makes documents ended'));
    });
  }

  /** Whether the next document is one for another thread. */
  get isSpent(): boolean {
    return this.hasEnded || this.asked >= DOCUMENTS;
  }

  /** @throws Error with what the compiler says, when a template is at fault */
  async pdf(job: TypstJob): Promise<Buffer> {
    const id = (this.asked += 1);
    const timer = setTimeout(() => void this.worker.terminate(), LONGEST_MS * (this.waiting.size + 1));
    try {
      return await new Promise<Buffer>((resolve, reject) => {
        this.waiting.set(id, { resolve, reject });
        this.worker.ref();
        this.worker.postMessage({ id, job });
      });
    } finally {
      clearTimeout(timer);
      this.waiting.delete(id);
      if (this.waiting.size === 0) this.rest();
    }
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }

  /** Nothing waits: the process may end, and so may a thread that has made enough. */
  private rest(): void {
    this.worker.unref();
    if (this.isSpent) void this.stop();
  }
}
