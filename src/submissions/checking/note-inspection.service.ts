import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CommunityRepository } from '../../communities/community.repository.js';
import { noteWarnings, withNoteWarnings } from './note-warnings.js';
import type { Inspection, RowWarning, StagedBatch } from './warning.js';
import { WarningRepository } from './warning.repository.js';

/** Of one submission so much is looked at; the first notes say enough. */
const MOST_NOTES = 1_000;
const MOST_CHARACTERS = 200_000;

/** Looks whether the notes of staged rows keep to the issue. */
@Injectable()
export class NoteInspectionService {
  constructor(
    private readonly warnings: WarningRepository,
    private readonly communities: CommunityRepository,
  ) {}

  /** What was found so far, and what the notes add to it. */
  async add(manager: EntityManager, batch: StagedBatch, inspection: Inspection): Promise<Inspection> {
    const notes = await this.warnings.stagedNotes(manager, batch.submissionId, MOST_NOTES);
    if (notes.length === 0) return inspection;
    const community = await this.communities.byId(batch.communityId, manager);
    const found: RowWarning[] = [];
    let characters = 0;
    for (const note of notes) {
      characters += note.text.length;
      if (characters > MOST_CHARACTERS) break;
      found.push(...noteWarnings(note, community));
      // Others are served between one note and the next.
      await setImmediate();
    }
    return withNoteWarnings(inspection, found);
  }
}
