/** The names that the contract fixes, apart from the schemas: what only names them loads nothing else. */

export const SCHEMA_VERSION = '1.0';

export const KIND_NAMES = ['action-plan', 'partnership-report', 'minutes', 'cabinet-report', 'strategy-paper', 'agenda', 'decision-notice', 'document'] as const;
export type KindName = (typeof KIND_NAMES)[number];

export const isKindName = (name: string): name is KindName => (KIND_NAMES as readonly string[]).includes(name);

/** What became of a recommendation or a decision. */
export const OUTCOMES = ['noted', 'agreed', 'approved', 'recommended', 'requested', 'deferred', 'rejected', 'appointed', 'referred', 'received', 'other'] as const;

/** What a report's implications are of. */
export const AREAS = ['financial', 'legal', 'personnel', 'equalities', 'corporate-objectives', 'risk', 'environmental', 'health', 'consultation', 'data-protection', 'other'] as const;

/** How somebody named by minutes stood to the meeting. */
export const STATUSES = ['chair', 'vice-chair', 'present', 'in-attendance', 'substitute', 'apologies', 'absent'] as const;
