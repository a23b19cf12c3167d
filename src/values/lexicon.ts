/**
 * The words by which persons, roles and bodies are told apart. Plain data: a council adds its own with `extendPartyLexicon`.
 * Everything is compared without regard to case; plurals in "s" need no entry of their own.
 */

export interface PartyLexicon {
  /** Titles before a name. */
  honorifics: readonly string[];
  /** Titles that are also other words ("Major Projects", "Lord Mayor"): count only right before a name. */
  ambiguousHonorifics: readonly string[];
  /** Plural title to singular: each name after it has the singular. */
  pluralHonorifics: Readonly<Record<string, string>>;
  /** Letters after a name, which stay with it. */
  postNominals: readonly string[];
  /** First names, to know "Mary Young" from "Active Young". */
  firstNames: readonly string[];
  /** Nouns that name a post: the last word before "of", "for" or a comma. */
  roleNouns: readonly string[];
  /** Words that stand before a role noun and belong to it. */
  roleModifiers: readonly string[];
  /** Posts known by their letters. */
  roleAbbreviations: readonly string[];
  /** Posts that are whole in one word: "and Chair" is a party, "and Manager" may be half of one. */
  bareRoles: readonly string[];
  /** Roles that are held in a body: in "Chair of Policy and Resources Committee" the body belongs to the role. */
  rolesOfBodies: readonly string[];
  /** Nouns that name a body. */
  bodyNouns: readonly string[];
  /** Bodies that employ somebody: after a role and a comma they are its organisation. */
  organisationNouns: readonly string[];
  /** Departments and subjects that can own an action by themselves: "Housing", "HR". */
  departments: readonly string[];
  /** Other bodies known by letters or one name. */
  bodyNames: readonly string[];
  /** Words of posts and bodies that are no person's name. */
  subjects: readonly string[];
  politicalParties: readonly string[];
  /** What stands in a column of owners where nobody is named. */
  nobody: readonly string[];
}

const words = (list: string): readonly string[] => list.split('\n').flatMap((line) => line.split(' ')).filter((word) => word !== '');
const phrases = (list: string): readonly string[] => list.split(',').map((phrase) => phrase.trim());

export const PARTY_LEXICON: PartyLexicon = {
  honorifics: phrases(
    "Mr, Mrs, Ms, Miss, Mx, Dr, Prof, Professor, Sir, Dame, Cllr, Councillor, Coun, County Councillor, Borough Councillor, City Councillor, District Councillor, Town Councillor, Parish Councillor, Community Councillor, County Cllr, Borough Cllr, City Cllr, District Cllr, Town Cllr, Parish Cllr, Community Cllr, Y Cynghorydd, Cynghorydd, Y Cyng, Cyng, Alderman, Ald, Alderwoman, Rev, Revd, Rev'd, Reverend, The Rev, The Revd, The Reverend, The Venerable, The Right Reverend, Rt Revd, Rt Hon, The Rt Hon, The Right Honourable, The Hon, Hon, Baroness, Lt Col, HHJ, Sgt, DCI, DI, Supt, Ch Supt, Ch Insp, Insp, Det Supt, Det Ch Supt, Det Insp, Det Ch Insp, D/Supt, D/Insp, Fr",
  ),
  ambiguousHonorifics: phrases(
    'Bailie, Provost, Depute Provost, Lord Provost, Lord, Lady, Baron, Major, Captain, Capt, Colonel, Col, Brigadier, General, Commander, Cdr, Father, Bishop, Archdeacon, Canon, Pastor, Imam, Rabbi, Judge, Mayor, Inspector, Chief Inspector, Superintendent, Chief Superintendent, Sergeant, PC, Sister, Brother, Justice',
  ),
  pluralHonorifics: {
    cllrs: 'Cllr', councillors: 'Councillor', couns: 'Coun', messrs: 'Mr', mesdames: 'Mrs', misses: 'Miss', drs: 'Dr', doctors: 'Dr', professors: 'Professor', aldermen: 'Alderman', 'county councillors': 'County Councillor', cynghorwyr: 'Cynghorydd', 'y cynghorwyr': 'Y Cynghorydd',
  },
  postNominals: words(
    'OBE MBE CBE KBE DBE KCB BEM MP MEP MSP JP DL QC KC PhD BSc BA MA MSc MBA LLB FRICS MRICS MRTPI CPFA FCCA ACCA FCA ACA FCIPD MCIPD QPM KPM QFSM GM MC VC CH FRSA FRCP MRCP MRCGP FRCGP FFPH RN TD RD AM MS Jr Snr',
  ),
  firstNames: words(
    `Aaron Abdul Abigail Adam Adrian Agnes Ahmed Aisha Alan Alasdair Albert Alec Alex Alexander Alexandra Alice Alison Alistair Allan Allison Amanda Amelia Amina Amir Amy Andrea Andrew Andy Angela Angus Anita Ann Anna
    Anne Annette Anthony Antonia Archie Arthur Asif Audrey Barbara Barry Beatrice Ben Benjamin Bernadette Bernard Beth Betty Beverley Bill Bob Brenda Brian Bridget Bruce Bryan Callum Carl Carla Carmel Carol Carole Caroline
    Catherine Cathy Charles Charlie Charlotte Cheryl Chloe Chris Christian Christina Christine Christopher Claire Clare Clive Colin Connor Craig Daisy Damian Dan Daniel Danielle Daphne Darren Dave David Dawn Dean Deborah Debbie Denise Dennis
    Derek Diana Diane Dominic Don Donald Donna Doreen Doris Dorothy Douglas Duncan Ed Eddie Edith Edna Edward Edwin Eileen Elaine Eleanor Elizabeth Ella Ellen Ellie Emily Emma Eric Erica Ernest Ethel Eva Evelyn Faisal Fatima Felicity
    Fiona Frances Francis Frank Fred Frederick Gail Gareth Garry Gary Gavin Gemma Geoff Geoffrey George Georgia Georgina Gerald Geraldine Gerard Gill Gillian Gladys Glenn Gloria Gordon Grace Graeme Graham Grant Greg Gurpreet Gwen Hannah
    Harold Harriet Harry Hassan Hazel Heather Heidi Helen Henry Hilary Holly Howard Hugh Hugo Humphrey Ian Imran Ingrid Irene Iris Isaac Isabel Isabella Isobel Ivan Ivy Jack Jackie Jacob Jacqueline Jade James Jamie Jan Jane
    Janet Janice Jasmine Jason Jay Jean Jeanette Jeff Jeffrey Jemima Jennifer Jenny Jeremy Jess Jessica Jill Jim Jo Joan Joanna Joanne Joe John Jon Jonathan Jordan Joseph Josephine Josh Joshua Joy Joyce Judith Judy Julia Julian Julie
    June Justin Karen Karl Kate Katharine Katherine Kathleen Kathryn Kathy Katie Katy Kay Keith Kelly Ken Kenneth Kerry Kevin Kim Kirsty Kumar Kyle Laura Lauren Laurence Lawrence Leah Lee Leigh Len Leo Leonard Leslie Lesley Lewis Liam
    Lily Linda Lindsay Lisa Liz Lorna Lorraine Louis Louise Lucy Luke Lydia Lyn Lynda Lynn Lynne Madeleine Malcolm Mandy Manjit Marcus Margaret Maria Marian Marie Marilyn Marion Marjorie Mark Martha Martin Martyn Mary Mathew Matt Matthew Maureen
    Maurice Max Megan Melanie Melissa Mia Michael Michele Michelle Mick Mike Miles Miriam Mohamed Mohammad Mohammed Moira Molly Monica Muhammad Muriel Nadia Nancy Naomi Natalie Natasha Nathan Neil Nicholas Nick Nicky Nicola Nigel Noel Nora
    Norma Norman Oliver Olivia Oscar Oswald Owen Pam Pamela Pat Patricia Patrick Paul Paula Pauline Penelope Penny Pete Peter Phil Philip Philippa Phillip Phyllis Piers Polly Priya Rachael Rachel Raj Rajesh Ralph Ranjit Ray Raymond Rebecca
    Reginald Rex Rhys Rich Richard Rita Rob Robert Roberta Robin Rod Roderick Rodney Roger Roland Ron Ronald Rory Rosalind Rose Rosemary Rosie Ross Rowan Roy Rupert Russell Ruth Ryan Sally Sam Samantha Samuel Sandra Sanjay Sara Sarah Scott Sean
    Sebastian Shah Sharon Shaun Sheila Shirley Simon Sonia Sophia Sophie Stacey Stan Stanley Stella Stephanie Stephen Steve Steven Stewart Stuart Sue Sunil Susan Susanna Suzanne Sybil Sylvia Tania Tara Ted Terence Teresa Terry Theresa Thomas
    Tim Timothy Tina Toby Tom Toni Tony Tracey Tracy Trevor Una Ursula Valerie Vanessa Vera Veronica Vicki Vicky Victor Victoria Vijay Vincent Violet Virginia Vivien Wayne Wendy Wilfred Will William Winifred Yasmin Yvonne Zoe`,
  ),
  roleNouns: words(
    `accountant accountants administrator advisor adviser advocate aide ambassador analyst apprentice architect assistant associate auditor barrister bursar caretaker caseworker chair chairman chairperson chairwoman champion chaplain chief
    clerk clinician coach commander commissioner constable consultant controller convener convenor coordinator co-ordinator coroner councillor counsel counsellor custodian dean delegate deputy designer developer director doctor
    editor engineer estimator executive facilitator governor guardian head headmaster headmistress headteacher holder inspector instructor investigator lawyer lead leader lecturer librarian lieutenant magistrate manager marshal mayor mayoress
    mediator member mentor midwife minister moderator monitor navigator nominee nurse observer officer ombudsman operative organiser owner paramedic physiotherapist planner policeman practitioner prefect president principal producer
    professional programmer psychologist psychiatrist ranger receptionist registrar rep representative researcher returning reviewer scientist secretary sergeant sheriff social-worker solicitor speaker specialist sponsor spokesperson
    strategist superintendent supervisor surveyor taker teacher technician technologist therapist trainer treasurer trustee tutor verger vicar vice-chair vice-chairman vice-chairperson vice-chairwoman vice-president warden whip worker`,
  ),
  roleModifiers: words(
    `acting additional all area assistant associate borough business cabinet chief city commercial co-opted corporate county deputy director district divisional executive ex-officio former general group head honorary independent interim joint lead leading
    lay locality managing nominated principal private programme project regional relevant senior service shadow strategic strategy sub temporary the town vice operational operations portfolio team transition both each all statutory designated named
    responsible monitoring locum`,
  ),
  roleAbbreviations: words('AD ACE CE CEO CEX CFO CIO COO CPH CTO DASS DCE DCO DCS DDCS DDPH DMO DPH DSCO HoS HoF IRO MD PCC PPO PSW SENCO SIRO SRO TL CPO DPO DSL LADO'),
  bareRoles: words('chair chairman chairwoman chairperson vice-chair vice-chairman leader mayor clerk treasurer secretary headteacher principal president governor trustee solicitor registrar'),
  rolesOfBodies: words('chair chairman chairwoman chairperson vice-chair vice-chairman member secretary clerk president convener convenor representative rep governor trustee chairs'),
  bodyNouns: words(
    `academy agency alliance assembly association authority bench board borough branch bureau cabinet centre charity club cluster coalition college commission commissioners committee community companies company consortium constabulary
    cooperative council councils county court department directorate division establishment executive federation forum foundation governors group hospital hub inspectorate institute institution ministry network office organisation organisations
    panel parliament partner partners partnership partnerships police practice prison providers school schools secretariat section society sub-committee subcommittee sub-group subgroup surgery taskforce team trust tribunal union unit university
    watch workforce working-group volunteers friends stakeholders agencies charities committees boards teams staff residents parties`,
  ),
  organisationNouns: words('council trust authority police university college association constabulary hospital school academy agency charity foundation society borough county company ccg pct icb board partnership'),
  departments: [
    ...words('hr finance legal housing planning education procurement communications comms ict it audit highways transport libraries leisure parks regeneration licensing commissioning safeguarding governance policy performance estates property payroll marketing insurance facilities treasury democratic-services health probation'),
    ...phrases('public health, social care, adult social care, children’s social care, early help, early years, children’s services, adult services, youth justice, youth offending, community safety, environmental health, trading standards, leisure services, legal services, housing services, democratic services, human resources, social services, customer services, planning policy, family services, library service'),
  ],
  bodyNames: [
    ...words('NHS PCT CCG ICB ICS ICP LSP LSCB LSCP SAB CSP YOT YOS CAMHS CAB CVS DWP DfE DfES DCSF DoH DHSC HSE LGA LEP LEA MASH SMT CMT SLT CLT JCP Ofsted Barnardo’s Barnardo\'s Connexions Healthwatch Sustrans NSPCC RSPCA RNIB Mencap Mind Relate Shelter Police DMT'),
    ...phrases('Sure Start, Jobcentre Plus, Job Centre Plus, Home-Start, Home Start, Victim Support, Citizens Advice'),
  ],
  subjects: words(
    `access accessibility active admin administration admissions adolescent adult adults affairs age agreed analysis anti apprenticeships area arrangements arts assets assurance asylum attendance autism behaviour benefits biodiversity budget building burial business
    capital care careers carer carers cemeteries central change child childcare childhood children children's citizens civic civil clean cleansing climate clinical coastal cohesion commerce commercial committee community communities complaints compliance
    conservation consultation contact contracts control corporate crime crown cultural culture customer data deaf delivery democracy democratic dental design development digital direct disability disabled disclosure diversity domestic drainage drugs
    early east eastern economic economy educational elderly elections electoral elsewhere emergency employment energy enforcement engagement england english enterprise environment environmental equalities equality equipment estate events external
    facilities families family finance financial fire fleet flood food foster fostering fraud frontline funding future gardens general global green growth health healthcare healthy heritage high higher highway home homelessness homes hospital hospitals human improvement
    income inclusion independent industrial industry infection information infrastructure inspection insight insurance integrated integration intelligence international investment involvement joint justice key knowledge labour land law lead learning
    leaving local localities london looked maintenance major management marketing market markets medical medicine members mental midlands minerals monitoring museum museums national neighbourhood neighbourhoods new north northern nursing
    occupational offending older open operations organisational other outdoor outreach parent parents parenting parking parks participation partner partners partnership passenger pay pensions people people's performance permitting physical planning play poverty practice
    prevention primary priorities private probation procurement programme programmes project projects projections protection public quality recreation recycling recruitment reform regeneration region registration rehabilitation relations relationships
    renewal research resident residents residential resilience resource resources response retail revenue revenues rights risk road roads royal rural safe safeguarding safer safety sanitary school schools scrutiny secondary section sector security senior service services
    sexual shared sickness skills social south southern special special-needs specialist spatial sport sports staff standards statistics strategic strategies strategy street streets strategic support sustainability sustainable systems targeted tax
    technical technology tenancy tenants tourism town trade trading traffic training transformation transition travel treatment trees urban various vehicle victim victims voluntary volunteering vulnerable waste water welfare well wellbeing well-being west western
    infant feeding breastfeeding perinatal midwifery nutrition obesity frailty dementia falls neglect exploitation cycling walking careers attainment
    women work workforce works world young youth all none the and of for each any both to be confirmed`,
  ),
  politicalParties: phrases('Labour, Conservative, Liberal Democrat, Liberal Democrats, Lib Dem, Green, Green Party, Independent, UKIP, Reform UK, Reform, Plaid Cymru, Lab, Con, LD, Lib, Ind, Labour and Co-operative, Labour Co-operative, Co-operative, SNP, Grn, LDem, Lib Dems, Cons, Non-aligned, Ungrouped, Residents'),
  nobody: phrases("tbc, tba, tbd, to be confirmed, to be agreed, to be advised, to be identified, to be determined, to be decided, to be allocated, to be appointed, n/a, na, not applicable, none, nobody, nil, unknown, not known, vacant, vacancy, -, –, —, ?"),
};

/** The lexicon with a council's own words added to its lists. */
export function extendPartyLexicon(added: Partial<PartyLexicon>, base: PartyLexicon = PARTY_LEXICON): PartyLexicon {
  const list = (key: Exclude<keyof PartyLexicon, 'pluralHonorifics'>): readonly string[] => [...base[key], ...(added[key] ?? [])];
  return {
    honorifics: list('honorifics'),
    ambiguousHonorifics: list('ambiguousHonorifics'),
    pluralHonorifics: { ...base.pluralHonorifics, ...added.pluralHonorifics },
    postNominals: list('postNominals'),
    firstNames: list('firstNames'),
    roleNouns: list('roleNouns'),
    roleModifiers: list('roleModifiers'),
    roleAbbreviations: list('roleAbbreviations'),
    bareRoles: list('bareRoles'),
    rolesOfBodies: list('rolesOfBodies'),
    bodyNouns: list('bodyNouns'),
    organisationNouns: list('organisationNouns'),
    departments: list('departments'),
    bodyNames: list('bodyNames'),
    subjects: list('subjects'),
    politicalParties: list('politicalParties'),
    nobody: list('nobody'),
  };
}

/** A lexicon made ready for looking up. */
export interface Words {
  /** Whether any honorific begins with this word: spares most words of a text the looking up. */
  beginsHonorific: (word: string) => boolean;
  isHonorific: (phrase: string) => boolean;
  isAmbiguousHonorific: (phrase: string) => boolean;
  singularHonorific: (phrase: string) => string | undefined;
  isPostNominal: (word: string) => boolean;
  isFirstName: (word: string) => boolean;
  isRoleNoun: (word: string) => boolean;
  isRoleModifier: (word: string) => boolean;
  isRoleAbbreviation: (word: string) => boolean;
  isBareRole: (word: string) => boolean;
  isRoleOfBody: (word: string) => boolean;
  isBodyNoun: (word: string) => boolean;
  isOrganisationNoun: (word: string) => boolean;
  isDepartment: (phrase: string) => boolean;
  isBodyName: (word: string) => boolean;
  isSubject: (word: string) => boolean;
  isPoliticalParty: (phrase: string) => boolean;
  isNobody: (phrase: string) => boolean;
  /** Role nouns that a council's own lexicon gives as several words ("Link Worker Plus"), in lower case. */
  rolePhrases: readonly string[];
  /** The same of bodies. */
  bodyPhrases: readonly string[];
}

const prepared = new WeakMap<PartyLexicon, Words>();

/** The lexicon's lists as sets; made once for each lexicon. */
export function wordsOf(lexicon: PartyLexicon): Words {
  const known = prepared.get(lexicon);
  if (known !== undefined) return known;
  const set = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(plain));
  const has = (all: ReadonlySet<string>) => (word: string): boolean => all.has(plain(word));
  /** Also in the plural: "Directors", "Agencies". */
  const hasNoun = (all: ReadonlySet<string>) => (word: string): boolean => {
    const key = plain(word);
    return all.has(key) || (key.endsWith('s') && (all.has(key.slice(0, -1)) || (key.endsWith('ies') && all.has(`${key.slice(0, -3)}y`))));
  };
  const plural = new Map(Object.entries(lexicon.pluralHonorifics).map(([many, one]) => [plain(many), one]));
  const postNominals = new Set(lexicon.postNominals);
  const abbreviations = new Set(lexicon.roleAbbreviations);
  const bodies = new Set(lexicon.bodyNames);
  const firstWords = new Set([...lexicon.honorifics, ...lexicon.ambiguousHonorifics, ...Object.keys(lexicon.pluralHonorifics)].map((phrase) => plain(phrase.split(' ')[0] ?? '')));
  const result: Words = {
    beginsHonorific: has(firstWords),
    isHonorific: has(set(lexicon.honorifics)),
    isAmbiguousHonorific: has(set(lexicon.ambiguousHonorifics)),
    singularHonorific: (phrase) => plural.get(plain(phrase)),
    // Letters count as printed: "AM" is a post-nominal, "am" is not.
    isPostNominal: (word) => postNominals.has(word.replace(/\./g, '')),
    isFirstName: has(set(lexicon.firstNames)),
    isRoleNoun: hasNoun(set(lexicon.roleNouns)),
    isRoleModifier: has(set(lexicon.roleModifiers)),
    isRoleAbbreviation: (word) => abbreviations.has(word) || (word.endsWith('s') && abbreviations.has(word.slice(0, -1))),
    isBareRole: hasNoun(set(lexicon.bareRoles)),
    isRoleOfBody: hasNoun(set(lexicon.rolesOfBodies)),
    isBodyNoun: hasNoun(set(lexicon.bodyNouns)),
    isOrganisationNoun: hasNoun(set(lexicon.organisationNouns)),
    isDepartment: has(set(lexicon.departments)),
    isBodyName: (word) => bodies.has(word) || (word.endsWith('s') && bodies.has(word.slice(0, -1))),
    isSubject: has(set(lexicon.subjects)),
    isPoliticalParty: has(set(lexicon.politicalParties)),
    isNobody: has(set(lexicon.nobody)),
    rolePhrases: lexicon.roleNouns.map(plain).filter((phrase) => phrase.includes(' ')),
    bodyPhrases: [...lexicon.bodyNouns, ...lexicon.bodyNames].map(plain).filter((phrase) => phrase.includes(' ')),
  };
  prepared.set(lexicon, result);
  return result;
}

/** A word for comparing: lower case, straight apostrophe, no full stop at its end. */
export function plain(word: string): string {
  // Thousands of words are made plain before the first is looked up: regular expressions would be most of that.
  const small = (word !== '' && '.,;:'.includes(word.charAt(word.length - 1)) ? word.slice(0, -1) : word).toLowerCase();
  return small.includes('’') ? small.replaceAll('’', "'") : small;
}
