import { performance } from 'node:perf_hooks';
import { CatalogueService } from '../dist/catalogue/catalogue.service.js';
import { openContext } from '../dist/commands/open-context.js';
import { loadFile } from '../dist/commands/load-file.js';
import { AccessService } from '../dist/access/access.service.js';
import { root } from '../bin/prepare.mjs';

// Loads one file by the command's own function, in a process of its own, and tells how long each part took and how much
// memory the process had at most. The database is that of DATABASE_URL.

const [file, what] = process.argv.slice(2);
const rooms = await openContext(root, () => undefined);
try {
  const key = await rooms.get(AccessService).createKey({
    ...{ community: 'brazil-igf', roles: ['reviewer'], name: 'Bench' },
  });
  rooms.get(CatalogueService).current();
  const idle = process.memoryUsage.rss();
  const begun = performance.now();
  const spent = process.cpuUsage();
  let received;
  const options = {
    community: 'african-igf',
    accept: what === 'accept',
    check: what === 'check',
    partial: true,
  };
  const { report, acceptance } = await loadFile(
    rooms,
    file,
    what === 'accept' ? { ...options, as: key.key } : options,
    (text) => {
      if (/accept/i.test(text)) received = performance.now();
    },
  );
  if (report.counts.bad > 0) throw new Error(`${report.counts.bad} of the rows were not taken`);
  const ended = performance.now();
  received ??= ended;
  process.send({
    receiving: (received - begun) / 1000,
    accepting: (ended - received) / 1000,
    cpu: process.cpuUsage(spent).user / 1e6,
    peak: process.resourceUsage().maxRSS / 1024,
    idle: idle / 2 ** 20,
    good: report.counts.good,
    counts: acceptance?.counts,
  });
} finally {
  await rooms.close();
}
