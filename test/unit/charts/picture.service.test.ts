import { PictureService } from '../../../src/charts/server/picture.service.js';
import { Problem } from '../../../src/platform/problem.js';
import type { ChartSpecification } from '../../../src/charts/chart-specification.js';
import { everyChart } from './a-chart.js';
import { aTrend } from './a-trend.js';

describe('PictureService', () => {
  let pictures: PictureService;
  beforeEach(() => {
    pictures = new PictureService();
  });
  afterEach(() => pictures.onModuleDestroy());

  it('draws in a thread what is drawn in this one, and once only', async () => {
    const [one, other] = [pictures.svg(aTrend()), pictures.svg(aTrend())];
    expect(other).toBe(one);
    expect(await one).toContain('<title id="title">Internet use in Kenya reached');
    expect(await pictures.svg(aTrend(), { theme: 'dark' })).not.toBe(await one);
    const png = await pictures.png(aTrend(), { width: 320, chartHeight: 60 });
    expect(png.subarray(1, 4).toString()).toBe('PNG');
  });

  it('goes on after a drawing that fails, and does not keep the failure', async () => {
    const impossible = { ...aTrend(), segments: undefined } as unknown as ReturnType<typeof aTrend>;
    await expect(pictures.svg(impossible)).rejects.toThrow(/segments|undefined/);
    await expect(pictures.svg(impossible)).rejects.toThrow(/segments|undefined/);
    expect(await pictures.svg(aTrend())).toContain('</svg>');
  });

  it('draws once more what was being drawn when its thread died', async () => {
    await pictures.svg(aTrend());
    const drawing = pictures.svg(aTrend({ title: 'Another' }));
    await killThread(pictures);
    expect(await drawing).toContain('Another');
  });

  it('turns away whoever comes when too many wait, and takes others later', async () => {
    const many = Array.from({ length: 70 }, (_, at) => pictures.svg(aSparkline(at)));
    const outcomes = await Promise.allSettled(many);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused.length).toBe(6);
    for (const { reason } of refused) {
      expect(reason).toBeInstanceOf(Problem);
      expect(reason).toMatchObject({ code: 'pictures_busy', status: 503 });
    }
    expect(await pictures.svg(aSparkline(69))).toContain('Number 69');
  });
});

function aSparkline(number: number): ChartSpecification {
  const sparkline = everyChart().find(({ kind }) => kind === 'sparkline');
  return { ...(sparkline as ChartSpecification), title: `Number ${String(number)}` };
}

/** Ends the thread from outside, as the system does when memory runs out. */
async function killThread(pictures: PictureService): Promise<void> {
  const { thread } = pictures as unknown as { thread: { worker?: { terminate(): Promise<number> } } };
  await thread.worker?.terminate();
}
