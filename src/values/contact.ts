import { type Place } from './types.js';
export function findPhones(_text: string): (Place & { phone: string })[] { return []; }
export function findEmails(_text: string): (Place & { email: string })[] { return []; }
export function withoutContacts(text: string): string { return text; }
