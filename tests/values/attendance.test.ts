import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Attendee, readAttendee, readAttendees, readPeople } from '../../src/values/index.js';

type Said = Omit<Attendee, 'text'>;

const ENTRIES: [string, Said][] = [
  ['Mr R W Reed (Chairman)', { honorific: 'Mr', name: 'R W Reed', status: 'chair' }],
  ['Cllr J Brown (in the Chair)', { honorific: 'Cllr', name: 'J Brown', status: 'chair' }],
  ['Cllr J Brown (Chair)', { honorific: 'Cllr', name: 'J Brown', status: 'chair' }],
  ['Cllr J Brown – Chair', { honorific: 'Cllr', name: 'J Brown', status: 'chair' }],
  ['Cllr J Brown, Chair', { honorific: 'Cllr', name: 'J Brown', status: 'chair' }],
  ['Cllr J Brown in the Chair', { honorific: 'Cllr', name: 'J Brown', status: 'chair' }],
  ['Cllr J Brown (in the Chair for items 1 to 4)', { honorific: 'Cllr', name: 'J Brown', status: 'chair', note: 'in the Chair for items 1 to 4' }],
  ['Cllr J Brown (Vice-Chair)', { honorific: 'Cllr', name: 'J Brown', status: 'vice-chair' }],
  ['Cllr J Brown (Vice Chairman)', { honorific: 'Cllr', name: 'J Brown', status: 'vice-chair' }],
  ['Cllr J Brown (Deputy Chair)', { honorific: 'Cllr', name: 'J Brown', status: 'vice-chair' }],
  ['Ms A Lee (virtually)', { honorific: 'Ms', name: 'A Lee', note: 'virtually' }],
  ['Ms A Lee (via Teams)', { honorific: 'Ms', name: 'A Lee', note: 'via Teams' }],
  ['Mrs C Hill (part of the meeting)', { honorific: 'Mrs', name: 'C Hill', note: 'part of the meeting' }],
  ['Mrs C Hill (until 11.30 am)', { honorific: 'Mrs', name: 'C Hill', note: 'until 11.30 am' }],
  ['Mrs C Hill (items 1 to 4 only)', { honorific: 'Mrs', name: 'C Hill', note: 'items 1 to 4 only' }],
  ['Cllr X Yates (from item 4)', { honorific: 'Cllr', name: 'X Yates', note: 'from item 4' }],
  ['Cllr B Dale (substitute for Cllr E Fox)', { honorific: 'Cllr', name: 'B Dale', status: 'substitute', note: 'substitute for Cllr E Fox' }],
  ['Cllr B Dale (substituting for Cllr E Fox)', { honorific: 'Cllr', name: 'B Dale', status: 'substitute', note: 'substituting for Cllr E Fox' }],
  ['Cllr B Dale (for Mr Smith)', { honorific: 'Cllr', name: 'B Dale', status: 'substitute', note: 'for Mr Smith' }],
  ['Cllr B Dale (Substitute)', { honorific: 'Cllr', name: 'B Dale', status: 'substitute', note: 'Substitute' }],
  ['Cllr Lee (apologies)', { honorific: 'Cllr', name: 'Lee', status: 'apologies' }],
  ['Cllr Lee (absent)', { honorific: 'Cllr', name: 'Lee', status: 'absent' }],
  ['Cllr J Brown (Labour, Eastfield Ward)', { honorific: 'Cllr', name: 'J Brown', organisation: 'Labour, Eastfield Ward' }],
  ['Cllr J Brown (Liberal Democrat)', { honorific: 'Cllr', name: 'J Brown', organisation: 'Liberal Democrat' }],
  ['Dr A Rao (Director of Public Health)', { honorific: 'Dr', name: 'A Rao', role: 'Director of Public Health' }],
  ['Mrs S Dell (Corporate Director Children, Young People and Education)', { honorific: 'Mrs', name: 'S Dell', role: 'Corporate Director Children, Young People and Education' }],
  ['Susan Rowe, Chief Officer (Partnerships and Support)', { name: 'Susan Rowe', role: 'Chief Officer (Partnerships and Support)' }],
  ['Dave Hill (Head of Finance (Policy, Planning & Strategy) were', { name: 'Dave Hill', role: 'Head of Finance (Policy, Planning & Strategy)' }],
  ['Jane Doe – Northtown NHS Trust', { name: 'Jane Doe', organisation: 'Northtown NHS Trust' }],
  ['Jane Doe (Northtown Council)', { name: 'Jane Doe', organisation: 'Northtown Council' }],
  ['Jane Doe, Head of Policy (via Teams)', { name: 'Jane Doe', role: 'Head of Policy', note: 'via Teams' }],
  ['Jane Doe, Head of Policy (Northtown Council)', { name: 'Jane Doe', role: 'Head of Policy', organisation: 'Northtown Council' }],
  ['Mr P Vale (Chair of Governors, Eastfield School)', { honorific: 'Mr', name: 'P Vale', role: 'Chair of Governors', organisation: 'Eastfield School' }],
  ['Councillor Judith Bell, Executive Member, Children and Families', { honorific: 'Councillor', name: 'Judith Bell', role: 'Executive Member, Children and Families' }],
  ['Smith (Chair)', { name: 'Smith', status: 'chair' }],
  ['Councillor A Reed*', { honorific: 'Councillor', name: 'A Reed' }],
  ['Sir John Vale, CBE', { honorific: 'Sir', name: 'John Vale, CBE' }],
  ['Councillor Mrs R Ottery (Leader, in the Chair)', { honorific: 'Councillor Mrs', name: 'R Ottery', role: 'Leader', status: 'chair' }],
  ['Cllr J Brown (Vice-Chair) (virtually)', { honorific: 'Cllr', name: 'J Brown', status: 'vice-chair', note: 'virtually' }],
  ['Independent Person', { name: 'Independent Person' }],
];

const LISTS: [string, string[]][] = [
  ['Cllrs A Smith, B Jones and C Brown', ['Cllr A Smith', 'Cllr B Jones', 'Cllr C Brown']],
  ['Councillors: Smith, Jones (Vice-Chair) and O’Dell', ['Councillor Smith', 'Councillor Jones', 'Councillor O’Dell']],
  ['Councillors Smith, Jones and Brown, Mr A Lee and Ms B Roe', ['Councillor Smith', 'Councillor Jones', 'Councillor Brown', 'Mr A Lee', 'Ms B Roe']],
  ['Councillors:\nSmith\nJones (Chair)\nA Lee', ['Councillor Smith', 'Councillor Jones', 'Councillor A Lee']],
  ['Mr R W Reed (Chairman), Mr N Vale, Mr R C Dove, OBE, Mrs C Hill and\nMr R J Moss', ['Mr R W Reed', 'Mr N Vale', 'Mr R C Dove, OBE', 'Mrs C Hill', 'Mr R J Moss']],
  ['Mr J Cork (Democratic Services Manager) and Mr B Wells\n(General Counsel)', ['Mr J Cork', 'Mr B Wells']],
  ['PRESENT: Sir John Vale, CBE, Rich Lehr, Mr B H Moss, Mr P V Marsh-Hill, Ms L\nParr, Mr\nHook', ['Sir John Vale, CBE', 'Rich Lehr', 'Mr B H Moss', 'Mr P V Marsh-Hill', 'Ms L Parr', 'Mr Hook']],
  ['Jane Doe, Head of Policy, John Roe, Head of IT', ['Jane Doe', 'John Roe']],
  ['Jane Doe\nJohn Roe\nMary Young', ['Jane Doe', 'John Roe', 'Mary Young']],
  ['Jane Doe, Head of Policy\nJohn Roe, Head of Children,\nYoung People and Education', ['Jane Doe', 'John Roe']],
  ['Cllr A Smith (Chair)\nCllr B Jones (substitute for Cllr C Brown)', ['Cllr A Smith', 'Cllr B Jones']],
  ['Councillor A Smith Councillor B Jones Councillor C Brown', ['Councillor A Smith', 'Councillor B Jones', 'Councillor C Brown']],
  ['Mr Vale, Mr R Lehr, Dr Hart', ['Mr Vale', 'Mr R Lehr', 'Dr Hart']],
  ['Apologies for absence: Cllr Smith and Mr Lee', ['Cllr Smith', 'Mr Lee']],
  ['The clerk reported apologies from Mr Beck, Miss Carr and Mr Wright.', ['Mr Beck', 'Miss Carr', 'Mr Wright']],
  ['Judith Bell (Northtown Council), John Roe (NHS Northtown) and Jane Doe (Police)', ['Judith Bell', 'John Roe', 'Jane Doe']],
  ['Messrs Smith and Jones', ['Mr Smith', 'Mr Jones']],
  ['Mr and Mrs Smith', ['Mr Smith', 'Mrs Smith']],
  ['A Smith; B Jones; C Brown', ['A Smith', 'B Jones', 'C Brown']],
  ['• Cllr A Smith\n• Cllr B Jones', ['Cllr A Smith', 'Cllr B Jones']],
  ['Councillors Mrs A Smith, Dr B Jones and C Brown', ['Councillor Mrs A Smith', 'Councillor Dr B Jones', 'Councillor C Brown']],
  ['1. Cllr A Smith\n2. Cllr B Jones', ['Cllr A Smith', 'Cllr B Jones']],
  ['Jane Doe\tHead of Policy\nJohn Roe\tHead of Legal', ['Jane Doe', 'John Roe']],
  ['Cllr A Smith      Cllr B Jones\nCllr C Brown      Cllr D Green', ['Cllr A Smith', 'Cllr B Jones', 'Cllr C Brown', 'Cllr D Green']],
  ['Cllr Mary J Smith, Cllr Zoë Ó Briain and Lord Reed of Eastfield', ['Cllr Mary J Smith', 'Cllr Zoë Ó Briain', 'Lord Reed of Eastfield']],
  ['Independent Members: Mr A Lee and Mrs B Roe', ['Mr A Lee', 'Mrs B Roe']],
  ['Councillors Bell, Crane and Mrs Dodd', ['Councillor Bell', 'Councillor Crane', 'Councillor Mrs Dodd']],
  ['Councillors Bell, Crane and Mrs Dodd (Clerk)', ['Councillor Bell', 'Councillor Crane', 'Mrs Dodd']],
  ['Councillors A Smith, B Jones and Mr C Brown (co-opted member)', ['Councillor A Smith', 'Councillor B Jones', 'Mr C Brown']],
  ['The Lord Mayor (Councillor Joan Attwell) in the Chair; Councillors Akhtar and Barrow', ['Councillor Joan Attwell', 'Councillor Akhtar', 'Councillor Barrow']],
  ['No apologies were received.', []],
  ['', []],
];

describe('readAttendee', () => {
  it.each(ENTRIES)('%s', (text, said) => expect(readAttendee(text)).toEqual({ text, ...said }));
});

describe('readAttendees and readPeople', () => {
  const read = (text: string): unknown[] => readAttendees(text).map(({ text: _, ...rest }) => rest);
  it('ends a plural title with its list, where a semicolon does', () => {
    expect(read('Councillor A Bell (Convener); Councillors C Dee, E Fox and G Hart; Joan Ives (Teacher Representative).')).toEqual([
      { honorific: 'Councillor', name: 'A Bell', status: 'chair' },
      { honorific: 'Councillor', name: 'C Dee' }, { honorific: 'Councillor', name: 'E Fox' }, { honorific: 'Councillor', name: 'G Hart' },
      { name: 'Joan Ives', role: 'Teacher Representative' },
    ]);
    expect(read('Councillors A Bell; C Dee; E Fox').length).toBe(3);
    expect(read('Councillors A Bell; C Dee; E Fox').every((p) => (p as Attendee).honorific === 'Councillor')).toBe(true);
  });
  it('keeps people who are only counted, and posts without a name, apart from the person before them', () => {
    expect(read('Cllrs Dee & Fox; Town Clerk; 4 members of the public')).toEqual([
      { honorific: 'Cllr', name: 'Dee' }, { honorific: 'Cllr', name: 'Fox' }, { name: 'Town Clerk' }, { name: '4 members of the public' },
    ]);
  });
  it('takes the letters after a name for a note', () => {
    expect(read('Joan Ives (JI), Det Supt Ian Kerr (IK), Mary Lunn (NHS)')).toEqual([
      { name: 'Joan Ives', note: 'JI' }, { honorific: 'Det Supt', name: 'Ian Kerr', note: 'IK' }, { name: 'Mary Lunn', organisation: 'NHS' },
    ]);
  });
  it('reads who came for somebody, and who is chair and something else', () => {
    expect(read('Mr A Bell (Mr C Dee, Medical Director attended in his absence) and Ms E Fox (Chair, Headteacher)')).toEqual([
      { honorific: 'Mr', name: 'A Bell', note: 'Mr C Dee, Medical Director attended in his absence' },
      { honorific: 'Ms', name: 'E Fox', role: 'Headteacher', status: 'chair' },
    ]);
  });
  it('asks for the standing before it asks who came for whom', () => {
    expect(read('Cllr A Bell (substitute for Cllr C Dee, attending remotely)')).toEqual([{ honorific: 'Cllr', name: 'A Bell', note: 'substitute for Cllr C Dee, attending remotely', status: 'substitute' }]);
    expect(read('Jane Marsh (as a substitute and attending by Teams)')).toMatchObject([{ name: 'Jane Marsh', status: 'substitute' }]);
    expect(read('Cllr A Bell (apologies, represented by Cllr Dee)')).toMatchObject([{ status: 'apologies' }]);
    expect(read('Cllr A Bell (absent, attended the briefing)')).toMatchObject([{ status: 'absent' }]);
    expect(read('Cllr A Bell (for Jane Dee)')).toMatchObject([{ status: 'substitute' }]);
    for (const bracket of ['for items 5 to 7', 'for Item 4', 'for the first hour', 'the room attended']) expect(read(`Cllr A Bell (${bracket})`)[0]).not.toHaveProperty('status');
  });
  it('keeps the plural title where a semicolon is followed by no name of its own', () => {
    const people = (text: string): string[] => readAttendees(text).map((p) => `${p.honorific ?? ''} ${p.name}${p.organisation === undefined ? '' : ` [${p.organisation}]`}`);
    expect(people('Councillors: Smith, Jones; Brown; Green')).toEqual(['Councillor Smith', 'Councillor Jones', 'Councillor Brown', 'Councillor Green']);
    expect(people('Councillors A Smith, B Jones; C Brown')).toEqual(['Councillor A Smith', 'Councillor B Jones', 'Councillor C Brown']);
    expect(people('Councillors Smith, Jones; Brown (Labour); Green')).toEqual(['Councillor Smith', 'Councillor Jones', 'Councillor Brown [Labour]', 'Councillor Green']);
    expect(people('Councillors A Smith and B Jones; C Brown and D White (Labour)').every((p) => p.startsWith('Councillor '))).toBe(true);
    expect(people('Councillors A Smith and B Jones; Head of Roads')).toEqual(['Councillor A Smith', 'Councillor B Jones', ' Head of Roads']);
    expect(people('Mary Lunn (North; South)')).toEqual([' Mary Lunn']);
  });
  it('takes the letters of a party or a body for nobody’s', () => {
    for (const [name, letters] of [['Linda Drew', 'LD'], ['Lee Brown', 'LAB'], ['Sarah N Price', 'SNP'], ['Pat Cole', 'PC'], ['Gail Price', 'GP'], ['Ian Todd', 'IT']] as const) {
      expect(read(`Cllr ${name} (${letters})`), letters).toEqual([{ honorific: 'Cllr', name, organisation: letters }]);
    }
  });
  it('knows a surname that is also a post before "and"', () => {
    expect(read('Councillors A Bell, J Clerk and C Dee')).toMatchObject([{ name: 'A Bell' }, { name: 'J Clerk' }, { name: 'C Dee' }]);
  });
  it('reads lists in Welsh', () => {
    expect(read('Y Cynghorwyr Beca Bowen, Annwen Davies a Selwyn Ellis')).toEqual(['Beca Bowen', 'Annwen Davies', 'Selwyn Ellis'].map((name) => ({ honorific: 'Y Cynghorydd', name })));
  });
  it.each(LISTS)('%j', (text, people) => {
    const read = readAttendees(text);
    expect(read.map(({ honorific, name }) => [honorific, name].filter((part) => part !== undefined).join(' '))).toEqual(people);
    expect(readPeople(text).map(({ name }) => name)).toEqual(read.map(({ name }) => name));
  });
  it('keeps what the brackets say with each', () => {
    expect(readAttendees('Councillors: Smith, Jones (Vice-Chair) and Brown (virtually)').map(({ text: _, ...rest }) => rest)).toEqual([
      { honorific: 'Councillor', name: 'Smith' },
      { honorific: 'Councillor', name: 'Jones', status: 'vice-chair' },
      { honorific: 'Councillor', name: 'Brown', note: 'virtually' },
    ]);
    expect(readPeople('Jane Doe, Head of Policy, John Roe (Chair)')).toEqual([
      { text: 'Jane Doe, Head of Policy', name: 'Jane Doe', type: 'person', role: 'Head of Policy' },
      { text: 'John Roe (Chair)', name: 'John Roe', type: 'person', role: 'Chair' },
    ]);
  });
  it('gives everybody what the label of the line says', () => {
    expect(readAttendees('Northtown Council: Jane Doe, John Roe\nNHS Northtown: Mary Lee\nChair: Councillor A Smith').map(({ text: _, ...rest }) => rest)).toEqual([
      { name: 'Jane Doe', organisation: 'Northtown Council' },
      { name: 'John Roe', organisation: 'Northtown Council' },
      { name: 'Mary Lee', organisation: 'NHS Northtown' },
      { honorific: 'Councillor', name: 'A Smith', status: 'chair' },
    ]);
  });
  it('throws nothing and says the same twice', () => {
    const piece = fc.constantFrom('Mr ', 'Cllrs ', 'Councillors: ', 'A ', 'Smith', ' and ', ', ', '; ', '(Chair)', '(', ')', '\n', ' OBE', 'Jane ', 'Doe', ' – ', 'Head of Policy', ':', '•', 'for ', 'de ', 'PRESENT: ');
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.array(piece, { maxLength: 16 }).map((all) => all.join(''))), (text) => {
      const people = readAttendees(text);
      expect(readAttendees(text)).toEqual(people);
      for (const person of people) expect(person.name).not.toBe('');
      const one = readAttendee(text);
      if (one.text !== '') expect(one.name).not.toBe('');
    }), { numRuns: 500 });
  });
});
