/** Recommendations of a plan written as prose or set as forms, with their actions. */
import type { Paragraph } from '../../paper/model.js';
import { unmarked } from '../../paper/walk.js';
import type { ParseContext } from '../shared/context.js';
import { nest } from '../shared/nesting.js';
import { isOneOf, type Vocabulary } from '../shared/vocabulary.js';
import { actionOf, childItem, setValue } from './actions.js';
import type { ProseRecommendation } from './prose.js';
import type { Action, Recommendation } from './schema.js';

/** One recommendation of a plan written as prose. */
export function proseRecommendation(context: ParseContext, r: ProseRecommendation): Recommendation {
  const { at } = context.take(r.heading);
  for (const p of r.taken) context.take(p);
  if (r.under) context.take(r.under);
  const group = r.grouped ? unmarked(r.heading) : r.under === undefined ? undefined : unmarked(r.under);
  if (r.grouped && !r.fields.some((f) => f.paragraphs.some((p) => p.id === r.heading.id))) context.headings.push({ field: 'recommendations', heading: unmarked(r.heading), at });
  const out: Recommendation = { ...(r.number === undefined ? {} : { number: r.number }), ...(group === undefined ? {} : { group }), text: r.text.map(unmarked).join('\n\n'), actions: [], at };
  let actions: Action[] = [];
  // As in a table: of "RAG" and "Progress" the mark is the status.
  const mark = context.vocabulary.words['mark'];
  const fields = actionFirst(r.fields);
  const marked = fields.map((_, i) => ofOneAction(fields, i).some((f) => f.role === 'status' && isOneOf(f.label, mark)));
  for (const [i, { role: named, label, paragraphs, cell, lead }] of fields.entries()) {
    const bound = named === 'timescale' ? boundOf(fields, i, context.vocabulary.words) : undefined;
    // "Original target date" and "Revised target date": the first is the timescale, as in a table.
    const again = cell === true && named === 'timescale' && bound === undefined && ofOneAction(fields, i).find((f) => f.role === 'timescale')?.label !== label;
    const role = again || (marked[i] && named === 'status' && !isOneOf(label, mark)) ? 'other' : named;
    const [first] = paragraphs;
    if (!first) continue;
    const place = context.take(first).at;
    if (lead) context.heading(lead, 'action', lead.text.replace(/\s*[:–—-]$/u, ''));
    const heading = label.trim().replace(/\s*[:–—-]$/u, '');
    if (heading !== '' && !context.headings.some((h) => h.field === role && h.heading === heading)) context.headings.push({ field: role, heading, at: place });
    const text = paragraphs.map(unmarked).join('\n\n');
    if (role === 'response') { out.response = [out.response, text].filter(Boolean).join('\n\n'); continue; }
    if (role === 'action') {
      actions = proseActions(context, paragraphs, cell === true);
      out.actions.push(...actions);
      continue;
    }
    if (actions.length === 0 && r.strict) {
      (out.unplaced ??= []).push({ field: role, text, at: place });
      continue;
    }
    if (actions.length === 0) {
      // Owner and date without an action of their own belong to what the response says will be done.
      actions = [{ text: out.response ?? '', owners: [], at: place }];
      out.actions.push(...actions);
    }
    // As many values as actions in a form's cells go with them in order; one owner or date after a list of actions is that of all of them.
    if (cell && actions.length > 1 && paragraphs.length === actions.length) {
      paragraphs.forEach((p, n) => {
        const action = actions[n];
        if (action) setValue(context, action, { role, heading: label }, [p], unmarked(p), context.take(p).at);
      });
      continue;
    }
    for (const action of actions) setValue(context, action, { role, heading: label, ...(bound === undefined ? {} : { bound }) }, paragraphs, paragraphs.map(unmarked).join(' '), place);
  }
  return out;
}

/** The fields of a form, of which those over its first action are said of that: they follow on it. A response stays where it is. */
function actionFirst(fields: ProseRecommendation['fields']): ProseRecommendation['fields'] {
  const at = fields.findIndex((f) => f.role === 'action');
  const over = at < 0 ? [] : fields.slice(0, at).filter((f) => f.cell === true && f.role !== 'response');
  return over.length === 0 ? fields : [...fields.slice(0, at + 1).filter((f) => !over.includes(f)), ...over, ...fields.slice(at + 1)];
}

/** Which end of one timescale a form's date is, where both stand in it: "Start date", "End date". */
function boundOf(fields: ProseRecommendation['fields'], i: number, { startDate, endDate }: Vocabulary['words']): 'start' | 'end' | undefined {
  if (fields[i]?.cell !== true) return undefined;
  const times = ofOneAction(fields, i).filter((f) => f.role === 'timescale');
  const start = times.findIndex((f) => isOneOf(f.label, startDate));
  const end = start < 0 ? undefined : times.slice(start + 1).find((f) => isOneOf(f.label, endDate));
  if (end === undefined) return undefined;
  return fields[i] === end ? 'end' : fields[i] === times[start] ? 'start' : undefined;
}

/** The fields from the action that the one at `i` tells of to the next action. */
function ofOneAction(fields: ProseRecommendation['fields'], i: number): ProseRecommendation['fields'] {
  let from = i;
  while (from > 0 && fields[from]?.role !== 'action') from--;
  const end = fields.findIndex((f, n) => n > i && f.role === 'action');
  return fields.slice(from, end < 0 ? fields.length : end);
}

/** The actions after a label: a list that follows on a paragraph hangs on it; paragraphs without labels are one action, but in a cell each is one. */
function proseActions(context: ParseContext, paragraphs: readonly Paragraph[], inCell: boolean): Action[] {
  if (inCell) return nest(paragraphs).map((node) => actionOf(context, node));
  const out: Action[] = [];
  for (const node of nest(paragraphs)) {
    const last = out.at(-1);
    const { paragraph } = node;
    if (!last || (paragraph.label !== undefined && out.length > 1) || (paragraph.label !== undefined && !isLead(paragraphs[0]))) { out.push(actionOf(context, node)); continue; }
    if (paragraph.label === undefined) {
      context.take(paragraph);
      last.text = `${last.text}\n\n${paragraph.text}`;
      const more = node.children.map((c) => childItem(context, c));
      if (more.length > 0) last.items = [...(last.items ?? []), ...more];
    } else last.items = [...(last.items ?? []), childItem(context, node)];
  }
  return out;
}

/** The words after a label, before any list: what follows in a list is part of them. */
const isLead = (p: Paragraph | undefined): boolean => p !== undefined && p.label === undefined;
