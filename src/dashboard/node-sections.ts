/** First parts of the addresses of pages, below the language, and of reports, by what they are of. */
export const NODE_SECTIONS = {
  framework: undefined,
  principle: 'principles',
  goal: 'goals',
  indicator: 'indicators',
  issue: 'issues',
  action_line: 'wsis',
  sdg_target: 'sdgs',
  objective: 'objectives',
  commitment: 'commitments',
} as const;
