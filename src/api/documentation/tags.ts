/** Groups of the description, in its order. */
export const TAGS: readonly (readonly [name: string, description: string])[] = [
  [
    'Catalogue',
    'What is measured: the framework, its principles, goals and indicators, issues, and countries.',
  ],
  ['Commitments', 'Objectives and commitments of the Global Digital Compact, and what measures them.'],
  ['Communities', 'Who takes part.'],
  ['Statements', 'What Member States and communities reply to figures about them.'],
  ['Moderation', 'Texts that moderators look at, and what they decided.'],
  ['Figures', 'Observations: what is held as fact, with source and status.'],
  ['Scores', 'Levels, pace and outlook computed from the figures, and how each came about.'],
  ['Reports', 'What the pages show, each as one object.'],
  ['Charts', 'The charts of the pages, as pictures and as numbers.'],
  ['Releases', 'Frozen and signed editions of everything that is said.'],
  ['Submissions', 'Sending figures, following them, and deciding on them.'],
  ['Access', 'Keys, contributors, and how people are told.'],
  ['Audit', 'The trail of everything that was written.'],
  ['Health', 'How the installation is doing.'],
  ['Description', 'This description, and the kinds of problems.'],
];
