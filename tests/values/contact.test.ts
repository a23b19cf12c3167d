import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findEmails, findPhones, withoutContacts } from '../../src/values/index.js';

describe('findPhones', () => {
  it.each<[string, string[]]>([
    ['Tel: 01632 960001', ['01632 960001']], ['01632 960 001', ['01632 960 001']], ['(01632) 960001', ['(01632) 960001']], ['020 7946 0018', ['020 7946 0018']], ['(020) 7946 0018', ['(020) 7946 0018']],
    ['+44 1632 960001', ['+44 1632 960001']], ['Jane Doe (01632 960001)', ['01632 960001']], ['+44 (0)20 7946 0018', ['+44 (0)20 7946 0018']], ['07700 900123', ['07700 900123']], ['01632-960001', ['01632-960001']], ['03069 990123', ['03069 990123']],
    ['01632 960001 ext. 1234', ['01632 960001 ext. 1234']], ['01632 960001 x1234', ['01632 960001 x1234']], ['01632 960001 or 07700 900123', ['01632 960001', '07700 900123']],
    ['24/00108', []], ['2010/11', []], ['£01632 960', []], ['0123456789012345', []], ['12.01.2010', []], ['paragraph 0', []], ['', []],
  ])('%s', (text, phones) => expect(findPhones(text).map(({ phone }) => phone)).toEqual(phones));
});

describe('findEmails', () => {
  it.each<[string, string[]]>([
    ['Email: jane.doe@northtown.example', ['jane.doe@northtown.example']], ['jane.doe@northtown\n.gov.uk', ['jane.doe@northtown.gov.uk']], ['jane.doe@northtown .gov.uk', ['jane.doe@northtown.gov.uk']],
    ['jane.doe@northtown.gov.uk.', ['jane.doe@northtown.gov.uk']], ['(a@b.example, c-d@e-f.example)', ['a@b.example', 'c-d@e-f.example']], ['Jane.O’Dell@northtown.example', ['Jane.O’Dell@northtown.example']],
    ['meet @ noon', []], ['@northtown', []], ['jane@', []], ['jane@northtown', []], ['', []],
  ])('%s', (text, emails) => expect(findEmails(text).map(({ email }) => email)).toEqual(emails));
});

describe('withoutContacts', () => {
  it.each<[string, string]>([
    ['Jane Doe, Tel: 01632 960001, Email: jane.doe@northtown.example', 'Jane Doe'], ['Jane Doe 01632 960001', 'Jane Doe'], ['Contact: Jane Doe (01632 960001)', 'Contact: Jane Doe'],
    ['Telephone: 01632 960001', ''], ['Jane Doe | Head of Policy | jane.doe@northtown.example', 'Jane Doe | Head of Policy'], ['Jane Doe', 'Jane Doe'],
  ])('%s', (text, rest) => expect(withoutContacts(text)).toBe(rest));
  it('throws nothing', () => {
    const piece = fc.constantFrom('0', '1632', ' ', '@', '.', 'uk', '+44', '(', ')', 'Tel: ', 'a', '-', '960001');
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.array(piece).map((all) => all.join(''))), (text) => {
      expect(withoutContacts(text)).toBe(withoutContacts(text));
      for (const { start, end } of [...findPhones(text), ...findEmails(text)]) expect(end).toBeGreaterThan(start);
    }));
  });
});
