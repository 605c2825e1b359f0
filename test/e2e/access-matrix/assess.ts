import { AccessService } from '../../../src/access/access.service.js';
import { AssessmentService } from '../../../src/submissions/assessing/assessment.service.js';
import { SENDING } from '../keys.js';
import type { Ask, Decision } from './decisions.js';
import { authorSignedIn, open, ownSubmitter, type Rule } from './rules.js';
import type { World } from './world.js';

const ROUND = { community: SENDING, area: 'KEN', year: 2025 };
const STEP = 'POST /:lang/assess/:draft/:step';

/** The form for assessments: what somebody fills in is theirs alone. */
export const ASSESS: readonly Decision[] = [
  decide('GET /:lang/assess', open),
  decide('POST /:lang/assess', ownSubmitter, () => ({
    form: { place: `${ROUND.community} ${ROUND.area}`, year: String(ROUND.year) },
  })),
  decide('GET /:lang/assess/:draft', authorSignedIn, asking('')),
  decide('GET /:lang/assess/:draft/:step', authorSignedIn, asking('indicators')),
  decide(STEP, authorSignedIn, sending('indicators'), 'a step'),
  decide(STEP, authorSignedIn, sending('check'), 'sending'),
  decide(STEP, authorSignedIn, sending('discard'), 'discarding'),
];

function decide(route: string, rule: Rule, ask: Ask = () => ({}), which = ''): Decision {
  return { route, about: which, rule, ask };
}

/** About a step of a round that is ready to be sent. */
function asking(step: string): Ask {
  return async (world) => ({ parts: { draft: (await readyRound(world)).reference, step } });
}

/** The form of such a step, with the round as it stands. */
function sending(step: string): Ask {
  return async (world) => {
    const { reference, version } = await readyRound(world);
    return { parts: { draft: reference, step }, form: { version: String(version), all: 'yes' } };
  };
}

async function readyRound(world: World): Promise<{ readonly reference: string; readonly version: number }> {
  const assessments = world.app.get(AssessmentService);
  const actor = await world.app.get(AccessService).actorOf(world.credentials('submitter')?.key);
  if (actor === undefined) throw new Error(`Nobody sends for ${SENDING}`);
  const reference = await assessments.begin(actor, ROUND);
  const evidence = `https://example.org/youth-${String(world.next())}`;
  const changes = [
    { indicators: ['CA_YOUTH'] },
    { tookPart: [{ group: 'civil_society' }], confidence: undefined },
    { answers: { CA_YOUTH: { level: 2, evidence } } },
  ] as const;
  let { version } = await assessments.read(actor, reference);
  for (const change of changes) ({ version } = await assessments.change(actor, reference, version, change));
  return { reference, version };
}
