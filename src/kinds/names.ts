/** The names of the kinds, apart from their schemas: what only names them loads nothing else. */

export const KIND_NAMES = ['action-plan', 'partnership-report', 'minutes', 'cabinet-report', 'strategy-paper', 'agenda', 'decision-notice', 'document'] as const;
export type KindName = (typeof KIND_NAMES)[number];

export const isKindName = (name: string): name is KindName => (KIND_NAMES as readonly string[]).includes(name);
