import type { Kind } from '../kind.js';
import { parse } from './parse.js';
import { recognise } from './recognise.js';
import { DocumentRecord } from './schema.js';

export const document: Kind = {
  name: 'document', about: 'any other paper: its sections, tables and form fields', schema: DocumentRecord, recognise, parse, rules: [],
};
