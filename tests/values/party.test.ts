import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extendPartyLexicon, foldText, type Party, readParty, splitParties } from '../../src/values/index.js';

type Who = Omit<Party, 'text' | 'type'>;

const PERSONS: [string, Who][] = [
  ['Gill Rolls, Executive Director', { name: 'Gill Rolls', role: 'Executive Director' }],
  ['Councillor Judith Bell, Executive Member, Children and Families', { name: 'Judith Bell', honorific: 'Councillor', role: 'Executive Member, Children and Families' }],
  ['Mrs A Smith (Head of Service)', { name: 'A Smith', honorific: 'Mrs', role: 'Head of Service' }],
  ['Cllr J Brown (Labour, Eastfield Ward)', { name: 'J Brown', honorific: 'Cllr', organisation: 'Labour, Eastfield Ward' }],
  ['Cllr J Brown', { name: 'J Brown', honorific: 'Cllr' }],
  ['Cllr. J. Brown', { name: 'J. Brown', honorific: 'Cllr' }],
  ['Mr Hook', { name: 'Hook', honorific: 'Mr' }],
  ['Mr A. B. Smith', { name: 'A. B. Smith', honorific: 'Mr' }],
  ['Mr P V Marsh-Hill', { name: 'P V Marsh-Hill', honorific: 'Mr' }],
  ['Ms L O’Dell', { name: 'L O’Dell', honorific: 'Ms' }],
  ['Dr Anita Rao, Director of Public Health', { name: 'Anita Rao', honorific: 'Dr', role: 'Director of Public Health' }],
  ['Sir John Vale, CBE', { name: 'John Vale, CBE', honorific: 'Sir' }],
  ['Sir John Vale CBE DL', { name: 'John Vale CBE DL', honorific: 'Sir' }],
  ['Mr J A Reed, MBE', { name: 'J A Reed, MBE', honorific: 'Mr' }],
  ['Mr J A Reed, MBE, Chairman', { name: 'J A Reed, MBE', honorific: 'Mr', role: 'Chairman' }],
  ['Jane Doe MP', { name: 'Jane Doe MP' }],
  ['The Rt Hon Jane Doe MP', { name: 'Jane Doe MP', honorific: 'The Rt Hon' }],
  ['Jane Doe', { name: 'Jane Doe' }],
  ['Jane Doe, Leader,', { name: 'Jane Doe', role: 'Leader' }],
  ['Jane Doe (Chair)', { name: 'Jane Doe', role: 'Chair' }],
  ['Jane Doe – Head of Policy', { name: 'Jane Doe', role: 'Head of Policy' }],
  ['Jane Doe - Head of Policy', { name: 'Jane Doe', role: 'Head of Policy' }],
  ['Jane Doe, Head of Policy, Northtown Council', { name: 'Jane Doe', role: 'Head of Policy', organisation: 'Northtown Council' }],
  ['Jane Doe (Head of Policy, Northtown Council)', { name: 'Jane Doe', role: 'Head of Policy', organisation: 'Northtown Council' }],
  ['Jane Doe, Northtown Council', { name: 'Jane Doe', organisation: 'Northtown Council' }],
  ['Jane Doe (NHS Northtown)', { name: 'Jane Doe', organisation: 'NHS Northtown' }],
  ['Susan Rowe, Chief Officer (Partnerships and Support)', { name: 'Susan Rowe', role: 'Chief Officer (Partnerships and Support)' }],
  ['Sharon Teller, Consultant in Public Health', { name: 'Sharon Teller', role: 'Consultant in Public Health' }],
  ['Mr P Vale, Deputy Leader and Cabinet Member for Finance, Corporate and Traded Services', { name: 'P Vale', honorific: 'Mr', role: 'Deputy Leader and Cabinet Member for Finance, Corporate and Traded Services' }],
  ['Leader of the Council (Councillor A Smith)', { name: 'A Smith', honorific: 'Councillor', role: 'Leader of the Council' }],
  ['The Leader of the Council, Councillor A Smith', { name: 'A Smith', honorific: 'Councillor', role: 'Leader of the Council' }],
  ['Head of Policy – Jane Doe', { name: 'Jane Doe', role: 'Head of Policy' }],
  ['Head of Policy: Jane Doe', { name: 'Jane Doe', role: 'Head of Policy' }],
  ['Head of Parks (Jane Doe)', { name: 'Jane Doe', role: 'Head of Parks' }],
  ['Councillor Mrs Jones', { name: 'Jones', honorific: 'Councillor Mrs' }],
  ['County Councillor Lee', { name: 'Lee', honorific: 'County Councillor' }],
  ['Prof. Dr A Lee', { name: 'A Lee', honorific: 'Prof Dr' }],
  ['Rev’d B Dole', { name: 'B Dole', honorific: 'Rev’d' }],
  ['PC Jones', { name: 'Jones', honorific: 'PC' }],
  ['Superintendent A Lee', { name: 'A Lee', honorific: 'Superintendent' }],
  ['Mr Head', { name: 'Head', honorific: 'Mr' }],
  ['Mary Young', { name: 'Mary Young' }],
  ['Mrs A Parks', { name: 'A Parks', honorific: 'Mrs' }],
  ['Dean Smith', { name: 'Dean Smith' }],
  ['J Hart', { name: 'J Hart' }],
  ['Ludwig van der Berg', { name: 'Ludwig van der Berg' }],
  ['ANITA RAO', { name: 'ANITA RAO' }],
  ['Anita Rao', { name: 'Anita Rao' }],
  ['Peter Vendor,\nHead of Adults’ Strategy,\nHousing, Care and Support', { name: 'Peter Vendor', role: 'Head of Adults’ Strategy', organisation: 'Housing, Care and Support' }],
  ['Anna Wells\nGeneral Counsel', { name: 'Anna Wells', role: 'General Counsel' }],
  ['Anna Wells\nTown Clerk\nNorthtown Town Council', { name: 'Anna Wells', role: 'Town Clerk', organisation: 'Northtown Town Council' }],
];

const ROLES: [string, Partial<Who>][] = [
  ["Director of Children's Services", {}],
  ['Director of Health Planning (South)', {}],
  ['Chief Executive', {}],
  ['Deputy Chief Executive', {}],
  ['Lead Member', {}],
  ['DCS', {}],
  ['DPH', {}],
  ['Chair of Theme Groups', {}],
  ['Chair of Policy and Resources Committee', {}],
  ['all members of the Northtown Trust Board', {}],
  ['Executive Member, Children and Families', {}],
  ['Head of Service Community Learning and Skills', {}],
  ['Cabinet Member Children’s Services', {}],
  ['Cabinet Member for Housing', {}],
  ['Portfolio Holder for Finance', {}],
  ['Lead for Family Hubs', {}],
  ['CPH lead', {}],
  ['Early years lead', {}],
  ['Youth Offending Team Manager', {}],
  ['Section 151 Officer', {}],
  ['Monitoring Officer', {}],
  ['General Counsel', {}],
  ['Councillor', {}],
  ['Lord Mayor', {}],
  ['Medical Director', {}],
  ['All Heads of Service', {}],
  ['Democratic Services Manager', {}],
  ['Housing and Planning Manager', {}],
  ['Co-ordinator', {}],
  ['Vice-Chairman', {}],
  ['PH Consultant', {}],
  ['the Leader', { name: 'Leader' }],
  ['Director of Housing.', { name: 'Director of Housing' }],
  ['Chief Executive, NHS Northtown', { name: 'Chief Executive', organisation: 'NHS Northtown' }],
];

const BODIES: [string, Partial<Who>][] = [
  ['Board of NHS Northtown', {}], ['Trust Board', {}], ['Trust Executive', {}], ['Northtown Council', {}], ['NHS Northtown', {}], ['Policy and Resources Committee', {}], ['Health and Wellbeing Board', {}],
  ['Joint Commissioning Group', {}], ['Cabinet', {}], ['Scrutiny Panel', {}], ['Management Team', {}], ['Major Projects Team', {}], ['Housing', {}], ['HR', {}], ['Public Health', {}], ['Police', {}], ['CCG', {}], ['CYP PH', {}],
  ['Partners', {}], ['All', {}], ['GP Practices', {}], ['Northshire Children’s Trust', {}], ['Safeguarding Children Board', {}], ['the Audit Committee', { name: 'Audit Committee' }], ['Legal Services', {}],
  ['Northtown Youth Forum', {}], ['Fire and Rescue Authority', {}], ['Members Services Team', {}], ['Youth Offending Service', {}], ['University of Northshire', {}],
];

describe('readParty', () => {
  it.each(PERSONS)('person: %s', (text, who) => {
    const { text: printed, type, ...read } = readParty(text);
    expect(type).toBe('person');
    expect(read).toEqual(who);
    expect(printed.replace(/,/g, '')).toBe(foldText(text).replace(/,/g, ''));
  });
  it.each(ROLES)('role: %s', (text, who) => expect(readParty(text)).toEqual({ text, name: text, type: 'role', ...who }));
  it.each(BODIES)('body: %s', (text, who) => expect(readParty(text)).toEqual({ text, name: text, type: 'body', ...who }));
  it('joins the lines of a sign-off with commas where there are none', () => {
    expect(readParty('Anna Wells\nGeneral Counsel').text).toBe('Anna Wells, General Counsel');
    expect(readParty('Anna Wells,\nGeneral Counsel').text).toBe('Anna Wells, General Counsel');
  });
  it('takes a council’s own words', () => {
    const own = extendPartyLexicon({ roleNouns: ['reeve'], bodyNouns: ['folkmoot'], honorifics: ['Jurat'] });
    expect(readParty('Reeve of Northtown', own).type).toBe('role');
    expect(readParty('Northtown Folkmoot', own).type).toBe('body');
    expect(readParty('Jurat Smith', own)).toMatchObject({ type: 'person', honorific: 'Jurat', name: 'Smith' });
  });
});

/** [cell, its parties by name] */
const SPLITS: [string | string[], string[]][] = [
  ['Tenancy Manager & Care and Repair Officer', ['Tenancy Manager', 'Care and Repair Officer']],
  ['Tenancy Manager and HR Business Partner', ['Tenancy Manager', 'HR Business Partner']],
  ['Area Manager and Delivery Partner', ['Area Manager', 'Delivery Partner']],
  ['Parking Manager & Procurement Team', ['Parking Manager', 'Procurement Team']],
  ['Project Manager and HR', ['Project Manager', 'HR']],
  ['Head of Placements with Youth Council', ['Head of Placements', 'Youth Council']],
  ['Officer with responsibility for Parks', ['Officer with responsibility for Parks']],
  ['Head of Service for Children with Disabilities Team', ['Head of Service for Children with Disabilities Team']],
  ['Children with Disabilities Team', ['Children with Disabilities Team']],
  ['Housing Manager with NHS Northtown', ['Housing Manager', 'NHS Northtown']],
  ['Housing Manager with support from the Tenants Panel', ['Housing Manager', 'Tenants Panel']],
  ['Head of Parks, supported by Northtown Council', ['Head of Parks', 'Northtown Council']],
  ['Head of Parks (in consultation with the Cabinet Member for Housing)', ['Head of Parks', 'Cabinet Member for Housing']],
  ['Head of Service in partnership with people who use it', ['Head of Service in partnership with people who use it']],
  ['Lead: Head of Parks Support: Friends Group; Parish Clerk', ['Head of Parks', 'Friends Group', 'Parish Clerk']],
  ['Head of Parks (lead), Youth Services Manager (support)', ['Head of Parks', 'Youth Services Manager']],
  ['Head of Safeguarding Officers', ['Head of Safeguarding Officers']],
  ['Parks Manager Head of Roads', ['Parks Manager', 'Head of Roads']],
  ['Head of Parks and Leisure Services', ['Head of Parks and Leisure Services']],
  ['Police, Probation, YOT', ['Police', 'Probation', 'YOT']],
  ['Northtown Police, Probation Service and Youth Offending Team', ['Northtown Police', 'Probation Service', 'Youth Offending Team']],
  ['Public Health, Leisure Services, Planning', ['Public Health', 'Leisure Services', 'Planning']],
  ['LA/ICB', ['LA', 'ICB']],
  ['Councillor B. Rees / Friends of the Field', ['B. Rees', 'Friends of the Field']],
  ['Infant Feeding Lead (PCT)', ['Infant Feeding Lead (PCT)']],
  ['Officer with special responsibility for Housing Team', ['Officer with special responsibility for Housing Team']],
  ['Head of Placements with Housing Options Manager', ['Head of Placements', 'Housing Options Manager']],
  ['Liaison Officer with Schools', ['Liaison Officer with Schools']],
  ['KL and MN', ['KL', 'MN']],
  ['Council, ICB and Parent Carer Forum', ['Council', 'ICB', 'Parent Carer Forum']],
  ['Director of Nursing and Clinical Quality', ['Director of Nursing and Clinical Quality']],
  ["Head of Children and Young People's Operational Services", ["Head of Children and Young People's Operational Services"]],
  ['Executive Member, Children and Families', ['Executive Member, Children and Families']],
  ['Executive Director, Children, Families and Learning', ['Executive Director, Children, Families and Learning']],
  ['Director of Finance & Director of Nursing and Clinical Quality', ['Director of Finance', 'Director of Nursing and Clinical Quality']],
  ['Director of Health Planning (South) & Director of Nursing', ['Director of Health Planning (South)', 'Director of Nursing']],
  ['Director of Finance and Head of Legal', ['Director of Finance', 'Head of Legal']],
  ['Director of Finance; Head of Legal', ['Director of Finance', 'Head of Legal']],
  ['Director of Finance/ Head of Legal', ['Director of Finance', 'Head of Legal']],
  ['Director of Finance, Head of Legal', ['Director of Finance', 'Head of Legal']],
  ['Director of Finance, Head of Legal and Chief Executive', ['Director of Finance', 'Head of Legal', 'Chief Executive']],
  ['Executive Director, Children, Families and Learning and Head of Legal', ['Executive Director, Children, Families and Learning', 'Head of Legal']],
  ['Chair of Northtown Trust/ all members of the Trust Board', ['Chair of Northtown Trust', 'all members of the Trust Board']],
  ['Leader and Deputy Leader', ['Leader', 'Deputy Leader']],
  ['Leader and Chief Executive', ['Leader', 'Chief Executive']],
  ['Leader/Chief Executive', ['Leader', 'Chief Executive']],
  ['Chair and Clerk', ['Chair', 'Clerk']],
  ['Policy and Resources Committee', ['Policy and Resources Committee']],
  ['Chair of Policy and Resources Committee', ['Chair of Policy and Resources Committee']],
  ['Director of Finance and the Audit Committee', ['Director of Finance', 'Audit Committee']],
  ['Director of Public Health & all partners', ['Director of Public Health', 'all partners']],
  ['Head of Policy and Partnerships Manager', ['Head of Policy', 'Partnerships Manager']],
  ['Northtown Council and NHS Northtown', ['Northtown Council', 'NHS Northtown']],
  ['Cabinet and Council', ['Cabinet', 'Council']],
  ['Audit Committee and Scrutiny Board', ['Audit Committee', 'Scrutiny Board']],
  ['Police / Fire Authority', ['Police', 'Fire Authority']],
  ['DPH/CPH', ['DPH', 'CPH']],
  ['HR & Legal', ['HR', 'Legal']],
  ['Finance, HR, Legal', ['Finance', 'HR', 'Legal']],
  ['Housing/Planning', ['Housing', 'Planning']],
  ['Head of HR/OD', ['Head of HR/OD']],
  ['R&D', ['R&D']],
  ['Head of R&D & Head of Legal', ['Head of R&D', 'Head of Legal']],
  ['Housing and Planning Manager', ['Housing and Planning Manager']],
  ['Chief Executive, NHS Northtown', ['Chief Executive']],
  ['Chief Executive & Management Team', ['Chief Executive', 'Management Team']],
  ['Jane Doe', ['Jane Doe']],
  ['Jane Doe, Head of Policy', ['Jane Doe']],
  ['Jane Doe / John Roe', ['Jane Doe', 'John Roe']],
  ['Jane Doe and John Roe', ['Jane Doe', 'John Roe']],
  ['Jane Doe, John Roe and A Lee', ['Jane Doe', 'John Roe', 'A Lee']],
  ['Jane Doe and Head of Legal', ['Jane Doe', 'Head of Legal']],
  ['Cllr A Smith & Cllr B Jones', ['A Smith', 'B Jones']],
  ['Cllrs Smith and Jones', ['Smith', 'Jones']],
  ['Head of Parks (Jane Doe)', ['Jane Doe']],
  ['Board of NHS', ['Board of NHS']],
  ['All partners', ['All partners']],
  [['DCS', 'Lead Member', 'Trust Executive', 'Trust Board'], ['DCS', 'Lead Member', 'Trust Executive', 'Trust Board']],
  ['DCS\nLead Member\nTrust Board', ['DCS', 'Lead Member', 'Trust Board']],
  [['Director of', 'Finance'], ['Director of Finance']],
  [['Director of Nursing', 'and Clinical Quality'], ['Director of Nursing and Clinical Quality']],
  [['Chair of Northtown Trust/', 'all members of the Board'], ['Chair of Northtown Trust', 'all members of the Board']],
  [['• Head of Legal', '• Head of Finance'], ['Head of Legal', 'Head of Finance']],
  [['Chief Executive', 'Northtown Council'], ['Chief Executive', 'Northtown Council']],
];

const UNCERTAIN: (string | string[])[] = [
  'Head of Housing working with Northtown NHS Trust',
  'Manager, Working with Families Team',
  'Police Liaison Officer with Special Responsibility Team',
  'Lead Officer with Parish Councils',
  'Tenancy Manager & Care and Repair Northtown',
  'Director of Health Planning (South) & Director of Nursing and Clinical Quality, Safeguarding Director of Infection Control',
  'Chair of Northtown Trust/ Chair of Theme Groups/ Northtown Trust Executive Committee and Board.',
  'DCS Lead Member Trust Executive Trust Board',
  'Executive Committee and Board',
  'Chair and Vice-Chair of the Panel',
  'Director/Head of Service',
  'Head of Audit and Risk Committee',
  'Head of Policy, Audit Committee',
  'Performance/PH Consultant',
  'Housing/Planning Manager',
  'Policy Officer and Manager',
  'Head of Finance Head of Legal',
  'Audit Committee and Board Members',
  'Jane Doe and Libraries Northtown',
  'Jane Doe, Head of Policy and Head of Legal',
  'JS/AB',
  'Head of Parks Public Health Consultant',
  'Housing, Health and Environment Committee',
  ['Head of Adult Social', 'Care'],
  ['Assistant Director', 'Housing Options'],
  ['Jane Doe', 'Head of Policy'],
  'x'.repeat(3000),
];

describe('splitParties', () => {
  it.each(SPLITS)('%j', (text, names) => {
    const split = splitParties(text);
    expect(split.owners.map((owner) => owner.name)).toEqual(names);
    expect(split.certain).toBe(true);
  });
  it.each(UNCERTAIN)('not certain: %j', (text) => {
    const split = splitParties(text);
    expect(split).toMatchObject({ owners: [], certain: false });
    expect(split.problem).toBeTruthy();
  });
  it.each(['TBC', 'N/A', 'None', 'To be confirmed', '-', '', ' '])('nobody: "%s"', (text) => expect(splitParties(text)).toMatchObject({ owners: [], certain: true, problem: expect.stringMatching(/nobody/) as string }));
  it.each<[string, string[]]>([
    ['Ann Lee (Health) Raj Patel (Youth Service)', ['person Ann Lee', 'person Raj Patel']],
    ['Head of Service (Leaving Care)', ['role Head of Service (Leaving Care)']],
    ['Quay Youth Forum and Educational Psychology Service', ['body Quay Youth Forum', 'body Educational Psychology Service']],
    ['School Improvement and Inclusion Service', ['body School Improvement and Inclusion Service']],
    ['Play Co-ordinator / Sure Start', ['role Play Co-ordinator', 'body Sure Start']],
    ['NSPCC and Home-Start', ['body NSPCC', 'body Home-Start']],
    ['Teenage Pregnancy Co-ordinator (PCT)', ['role Teenage Pregnancy Co-ordinator (PCT)']],
    ['Gwen Okoro (Play Co-ordinator)', ['person Gwen Okoro']],
    ['Ann Lee (Acting) Head of Policy (South)', ['person Ann Lee']],
    ['Quay Safeguarding Children Board (QSCB) Business Manager (Policy)', ['body Quay Safeguarding Children Board (QSCB) Business Manager (Policy)']],
    ['Team Manager (North) Service Manager (South)', ['role Team Manager (North)', 'role Service Manager (South)']],
    ['Carers Centre and Support Service', ['body Carers Centre and Support Service']],
    ['Gethin Rees Director', ['person Gethin Rees']],
    ['Cosima Wren Inspector (Highways)', ['person Cosima Wren']],
  ])('%s', (text, owners) => expect(splitParties(text).owners.map((o) => `${o.type} ${o.name}`)).toEqual(owners));
  it('keeps titles and types apart', () => {
    expect(splitParties('Cllrs Smith and Jones').owners).toEqual([
      { text: 'Cllrs Smith', name: 'Smith', type: 'person', honorific: 'Cllr' },
      { text: 'Jones', name: 'Jones', type: 'person', honorific: 'Cllr' },
    ]);
    expect(splitParties('Director of Finance/ Trust Board/ Jane Doe').owners.map((owner) => owner.type)).toEqual(['role', 'body', 'person']);
  });
});

describe('parties, whatever the text', () => {
  const piece = fc.constantFrom(
    'Director ', 'of ', 'Head ', 'and ', '& ', '/', ', ', '; ', 'Board ', 'Trust ', 'Mr ', 'Cllrs ', 'A ', 'Smith ', 'Jane ', 'OBE ', '(', ')', 'Chair ', 'the ', 'Finance ', 'NHS ', '– ', '\n', 'HR ', 'Manager ', ':', '.', 'Executive ', 'de ',
  );
  const strings = fc.oneof(fc.string({ unit: 'binary' }), fc.array(piece, { maxLength: 16 }).map((all) => all.join('')));
  it('readParty throws nothing, keeps the text and has a name', () => {
    fc.assert(fc.property(strings, (text) => {
      const party = readParty(text);
      const bare = (value: string): string => value.normalize('NFC').replace(/[\s,\u00AD]+/g, '');
      expect(bare(party.text)).toBe(bare(text));
      if (party.text !== '') expect(party.name).not.toBe('');
      if (party.type === 'role') expect(party.role).toBeUndefined();
      expect(readParty(text)).toEqual(party);
    }), { numRuns: 500 });
  });
  it('splitParties loses nobody where it is certain', () => {
    fc.assert(fc.property(strings, (text) => {
      const split = splitParties(text);
      expect(splitParties(text)).toEqual(split);
      if (!split.certain) expect(split.owners).toEqual([]);
      else if (split.problem === undefined) {
        const letters = (value: string): string => value.normalize('NFC').replace(/[^\p{L}\d]+|\band\b/gu, '');
        expect(letters(split.owners.map((owner) => owner.text).join(' '))).toBe(letters(text.replace(/\band\b/gi, ' ')));
      }
    }), { numRuns: 500 });
  });
});
