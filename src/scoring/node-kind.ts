import type { ViewKind } from '../catalogue/views.js';

/** What a node is: a step of the framework's tree, or a view over the same indicators. */
export type NodeKind = 'framework' | 'principle' | 'goal' | 'objective' | 'commitment' | ViewKind;
