import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { AuditRepository } from '../../src/platform/audit/audit.repository.js';
import type { ReleasePart } from '../../src/scoring/releases/release.js';
import { ReleaseRepository } from '../../src/scoring/releases/release.repository.js';

interface Rooms {
  get<Service>(service: new (...parts: never[]) => Service): Service;
}

const MEDIA: Readonly<Record<string, string>> = {
  'package.zip': 'application/zip',
  'manifest.json': 'application/json',
  'frozen.json': 'application/json',
};

/** A file of a release as one writes it. */
export function aPart(name: string, text = `{"of":"${name}"}`): ReleasePart {
  const bytes = Buffer.from(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name, mediaType: MEDIA[name] ?? 'application/octet-stream', sha256, size: bytes.length, bytes };
}

/**
 * A release that holds next to nothing, in no time: what the database and the doors ask of one, and no more.
 * @param by contributor who prepares it
 * @param publisher somebody else who publishes it; absent: it stays prepared
 */
export async function plantRelease(
  dataSource: DataSource,
  rooms: Rooms,
  id: string,
  by: number,
  publisher?: number,
): Promise<void> {
  const [audit, releases] = [rooms.get(AuditRepository), rooms.get(ReleaseRepository)];
  const manifest = aPart('manifest.json', JSON.stringify({ ...MANIFEST, id }));
  const facts = {
    id,
    date: '2026-11-23',
    revision: 1,
    catalogueVersion: 1,
    methodVersion: '1.0',
    edition: '2026',
  };
  const tell = { subject: `release:${id}`, detail: {} };
  await dataSource.transaction(async (manager) => {
    const parts = [aPart('package.zip'), aPart('frozen.json'), manifest];
    await releases.add(manager, { ...facts, preparedBy: by, manifestSha256: manifest.sha256 }, parts);
    await audit.append(manager, { ...tell, action: 'release.prepared' });
  });
  if (publisher === undefined) return;
  await dataSource.transaction(async (manager) => {
    await releases.publish(manager, id, publisher, aPart('manifest.json.sig'));
    await audit.append(manager, { ...tell, action: 'release.published' });
  });
}

const SEALED = { count: 0, sha256: '0'.repeat(64) };
const MANIFEST = {
  format: 'iww-release-1',
  date: '2026-11-23',
  framework: 'iww',
  edition: '2026',
  methodVersion: '1.0',
  revision: 1,
  catalogue: { version: 1, sha256: SEALED.sha256 },
  observations: SEALED,
  scores: SEALED,
  intervals: { seed: 1, replicates: 0 },
  parts: [],
  package: [],
  citation: {
    title: 'A release',
    text: 'A release.',
    bibtex: '@misc{a-release}\n',
    cff: 'cff-version: 1.2.0\n',
  },
};
