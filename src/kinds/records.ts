/** The types of all records, for the library's users. */
import type { z } from 'zod';
import type { DocumentRecord } from './document/schema.js';
import type { ActionPlanRecord } from './action-plan/schema.js';
import type { AgendaRecord } from './agenda/schema.js';
import type { CabinetReportRecord } from './cabinet-report/schema.js';
import type { DecisionNoticeRecord } from './decision-notice/schema.js';
import type { MinutesRecord } from './minutes/schema.js';
import type { PartnershipReportRecord } from './partnership-report/schema.js';
import type { StrategyPaperRecord } from './strategy-paper/schema.js';

export type { Cost, DiagnosticRecord as Diagnostic, Implication, Item, KindName, Outcome, Party, Period, Reference, Section, Table } from './schemas.js';
export type { DocumentRecord } from './document/schema.js';
export type ActionPlan = z.infer<typeof ActionPlanRecord>;
export type Agenda = z.infer<typeof AgendaRecord>;
export type CabinetReport = z.infer<typeof CabinetReportRecord>;
export type DecisionNotice = z.infer<typeof DecisionNoticeRecord>;
export type Minutes = z.infer<typeof MinutesRecord>;
export type PartnershipReport = z.infer<typeof PartnershipReportRecord>;
export type StrategyPaper = z.infer<typeof StrategyPaperRecord>;

/** A record of any kind; `kind` tells which. */
export type CommitteeRecord = ActionPlan | Agenda | CabinetReport | DecisionNotice | DocumentRecord | Minutes | PartnershipReport | StrategyPaper;
