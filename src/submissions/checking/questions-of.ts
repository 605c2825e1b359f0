import { Problem } from '../../platform/problem.js';
import type { Question } from '../reading/question.js';

/** The questions that stopped a reading; empty when it was something else. */
export function questionsOf(error: unknown): readonly Question[] {
  if (!(error instanceof Problem) || error.code !== 'needs_answer') return [];
  return error.extensions['questions'] as readonly Question[];
}
