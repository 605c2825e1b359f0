import fc from 'fast-check';
import { auditHash, FIRST_HASH, type HashedEntry } from '../../../../src/platform/audit/audit-hash.js';
import { verifyChain, type ChainHead, type StoredLink } from '../../../../src/platform/audit/verify-chain.js';
import { anEntry, linked, oneByOne } from './a-chain.js';

const look = (links: readonly StoredLink[], heads: readonly ChainHead[] = []) =>
  verifyChain(oneByOne(links), heads);

const entries = fc
  .array(
    fc.record({
      at: fc
        .date({ min: new Date('2020-01-01'), max: new Date('2099-01-01'), noInvalidDate: true })
        .map((at) => at.toISOString().replace('Z', '000Z')),
      contributorId: fc.option(fc.nat(), { nil: null }),
      role: fc.option(fc.string(), { nil: null }),
      action: fc.string(),
      subject: fc.string(),
      detail: fc.json(),
      requestId: fc.option(fc.string(), { nil: null }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((all) => all.map((entry, place) => ({ id: place + 1, ...entry })));

describe('the hash of an entry', () => {
  it('is as it was when the chain began', () => {
    const entry = anEntry({ role: null, detail: '{"name": "Ελλάδα"}' });
    expect(auditHash(FIRST_HASH, 1, entry)).toBe(
      '91ccaf380af5ccb430ad7d218a37f96fce75e91f3a2814b2b787da9a9c714f9c',
    );
  });

  it('tells a missing field from an empty one, and where one field ends and the next begins', () => {
    const hash = (given: Partial<HashedEntry>) => auditHash(FIRST_HASH, 1, anEntry(given));
    expect(hash({ role: null })).not.toBe(hash({ role: '' }));
    expect(hash({ role: '-' })).not.toBe(hash({ role: null }));
    expect(hash({ action: 'a,1:b', subject: 'c' })).not.toBe(hash({ action: 'a', subject: 'b,1:c' }));
  });
});

describe('a chain', () => {
  it('is right as it was written, and passes through the heads it had', async () => {
    await fc.assert(
      fc.asyncProperty(entries, async (all) => {
        const links = linked(all);
        const last = links.at(-1)?.hash;
        expect(await look(links, [...links, ...links])).toEqual({
          links: links.length,
          hash: last,
          heads: 2 * links.length,
        });
      }),
    );
  });

  it('is right without any entry', async () => {
    expect(await look([])).toEqual({ links: 0, hash: FIRST_HASH, heads: 0 });
  });

  it('shows the first place where anything of a link or an entry is another', async () => {
    await fc.assert(
      fc.asyncProperty(
        entries,
        fc.nat(),
        fc.constantFrom(
          'id',
          'at',
          'contributorId',
          'role',
          'action',
          'subject',
          'detail',
          'requestId',
          'hash',
        ),
        fc.oneof(fc.string(), fc.constant(null)),
        async (all, chosen, field, value) => {
          const links = linked(all);
          const place = chosen % links.length;
          const link = links[place] as StoredLink & { readonly entry: HashedEntry };
          const before = field === 'hash' ? link.hash : link.entry[field];
          fc.pre(String(before) !== String(value) || (before === null) !== (value === null));
          links[place] =
            field === 'hash'
              ? { ...link, hash: String(value) }
              : { ...link, entry: { ...link.entry, [field]: value } };
          expect((await look(links)).fault).toEqual({ code: 'hash_differs', number: place + 1 });
        },
      ),
    );
  });

  it('shows what is gone, what was put in, and what changed places', async () => {
    const links = linked([1, 2, 3, 4].map((id) => anEntry({ id })));
    const [one, two, three, four] = links as [StoredLink, StoredLink, StoredLink, StoredLink];
    const faultOf = async (changed: readonly StoredLink[]) => (await look(changed)).fault;
    expect(await faultOf([two, three, four])).toEqual({ code: 'link_missing', number: 1 });
    expect(await faultOf([one, two, four])).toEqual({ code: 'link_missing', number: 3 });
    expect(await faultOf([one, { ...two, entry: undefined }])).toEqual({ code: 'entry_missing', number: 2 });
    expect(await faultOf([{ ...one, number: 0 }, one])).toEqual({ code: 'link_out_of_place', number: 1 });
    expect(await faultOf([one, { ...two, number: 3 }])).toEqual({ code: 'link_missing', number: 2 });
    expect(await faultOf([one, { ...three, number: 2 }, { ...two, number: 3 }])).toEqual({
      code: 'hash_differs',
      number: 2,
    });
  });

  it('cannot end before a head it had, nor be written anew before it', async () => {
    const links = linked([1, 2, 3].map((id) => anEntry({ id })));
    const head = links[2] as ChainHead;
    expect((await look(links.slice(0, 2), [head])).fault).toEqual({ code: 'tail_missing', number: 3 });
    expect((await look([], [head])).fault).toEqual({ code: 'tail_missing', number: 1 });
    const anew = linked([1, 2, 3, 4].map((id) => anEntry({ id, action: 'nothing.happened' })));
    expect(await look(anew)).not.toHaveProperty('fault');
    expect((await look(anew, [head])).fault).toEqual({ code: 'head_differs', number: 3 });
  });
});
