import { createHash } from 'node:crypto';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Problem } from '../../platform/problem.js';
import type { ChartSpecification } from '../chart-specification.js';
import { PictureMemory } from './picture-memory.js';
import type { PictureOptions } from './picture-options.js';
import type { PictureOrder } from './picture-order.js';
import { PictureThread } from './picture-thread.js';

/** So many may wait for their picture. */
const MOST_WAITING = 64;

/** Draws charts as pictures, in a thread of its own, so that the server goes on answering and its memory stays flat. */
@Injectable()
export class PictureService implements OnModuleDestroy {
  private readonly thread = new PictureThread();
  private readonly svgs = new PictureMemory<string>();
  private readonly pngs = new PictureMemory<Buffer>();
  private turn: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private closed = false;

  /** @throws Problem `pictures_busy` (503) when too many wait */
  svg(specification: ChartSpecification, options: PictureOptions = {}): Promise<string> {
    return this.svgs.recall(keyOf(specification, options), async () =>
      String(await this.draw({ form: 'svg', specification, options })),
    );
  }

  /** @throws Problem `pictures_busy` (503) when too many wait */
  png(specification: ChartSpecification, options: PictureOptions = {}): Promise<Buffer> {
    return this.pngs.recall(keyOf(specification, options), async () =>
      Buffer.from((await this.draw({ form: 'png', specification, options })) as Uint8Array),
    );
  }

  async onModuleDestroy(): Promise<void> {
    this.closed = true;
    await this.thread.stop();
  }

  /** One after the other. A drawing whose thread died is tried once more, in a new one. */
  private async draw(order: PictureOrder): Promise<string | Uint8Array> {
    if (this.waiting >= MOST_WAITING) throw new Problem('pictures_busy', 503);
    this.waiting += 1;
    const before = this.turn;
    const drawn = before.then(() =>
      this.thread.draw(order).catch((error: unknown) => {
        if (this.closed) throw error;
        return this.thread.draw(order);
      }),
    );
    this.turn = drawn.catch(() => undefined);
    try {
      return await drawn;
    } finally {
      this.waiting -= 1;
    }
  }
}

function keyOf(specification: ChartSpecification, options: PictureOptions): string {
  return createHash('sha256')
    .update(JSON.stringify([specification, Object.entries(options).sort()]))
    .digest('base64url');
}
