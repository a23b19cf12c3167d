/**
 * The words that layout knows: those that a narrow cell cuts, and posts that stand one a line. Plain data; what is done with it stands in `cuts.ts` and
 * `line-ends.ts`.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u).filter(Boolean));

/** Long words that head or fill the narrow columns of committee papers, without their plural s. */
export const LONG_WORDS = words(`
  acceptance accepted accommodation accountability accountable achievement achievements action actions adjournment administration administrative adoption agreement allocation anticipated apologies
  appendix appointment appointments approval arrangement arrangements assessment assistant association attendance authorisation authorities authority background benchmarking board
  categories chairman chairperson cabinet children collaboration comment comments commissioner commissioners commissioning commitment commitments committee committees communication communications communities
  community comparison complete completed completion compliance confirmation confirmed consequence consideration consultation consultations continuous contribution contributions coordination coordinator
  corporate council councillor councillors councils current deadline decision decisions delivery democratic department departmental departments description designated designation development
  developments director directorate directors document documents economic education educational effectiveness efficiency engagement enforcement environment environmental equalities equality
  establish established establishment estimated evaluation evidence executive expenditure facilities financial framework frequency guidance headteacher headteachers health housing identification
  identified impact implement implementation implemented implication implications improvement improvements inclusion independent indicator indicators information infrastructure inspection
  intelligence intervention interventions introduction investigation investment involvement issue issues leadership legislation libraries licensing likelihood maintenance management manager
  managers measure measures measurement meeting meetings member members membership mitigation monitoring monthly neighbourhood neighbourhoods notification number objective objectives ongoing
  achieved cancelled commenced continuing delayed incomplete overdue pending scheduled started superseded unallocated underway
  operational operations opportunities opportunity organisation organisational organisations outcome outcomes outstanding participation partnership partnerships percentage performance person personnel
  planning policies population portfolio position possibilities preparation presentation prevention priorities priority probability procedure procedures procurement professional programme programmes progress
  promotion proposal proposals proposed protection provision publication qualification quarterly rating reference references regeneration regulation regulations regulatory relationship relationships
  representation representative representatives requirement requirements residents resource resources response responses responsibilities responsibility responsible review reviewed safeguarding satisfaction
  scrutiny secretary section service services signature significance significant solicitor specification stakeholder stakeholders statement status statutory strategic strategies strategy subcommittee
  submission suggestion suggestions supervision superintendent sustainability sustainable target targets technology timescale timescales timetable training transformation transport transportation treasurer
  undertaken understanding vulnerable recommendation recommendations recommended reported
  january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday`);

/** Words of one or two letters, abbreviations and a few Welsh and French ones among them; no other piece so short is a word. */
export const SHORT_WORDS = words(`
  a i o ac ad am an ar as at be by ch cm cc de dr du dy eg ei en et eu ex fe ff ft fy go ha he hi hm hr id ie if in is it kg km la le lb li ll me ml mm mr ms my na ni no nr nd of oh ok on or os ox oz pa pe ph pi
  pm pp pt rd re st so sy th to tv uk un up us va vs we wk yd yn yr`);

/** Endings, and what is left of a word before them, of three letters and more, that are no words themselves. */
export const ENDINGS = words(`
  ence ences ance ances ent ents als ally ial ials ion ions tion tions ation ations ition itions sion sions ssion ssions ment ments ement ements ing ings ity ities ative ible ability ibility ically
  ised ising isation isations ture tures ories ary aries tial cial ber mber ember uary ous ious ful fully isms ists ator ators hoods ders ters sters cies ncy ncies ngs lly`);

/** Words that are also parts of longer ones: in two of them ("some" above "time") nothing tells a cut from a space. */
export const PARTS = words(`
  all any bank be body book by come date day days down end ever every for force fore group hand head her here high him hold home how in it key life line load look long man may month more news no note off on one
  our out over page paper park place point port put self set shop side site some stand taken there thing things time times to under up ward way web week what when where while who wide with work works year your`);

/** Pairs of consonants that words begin with; Welsh ones too, so that a Welsh paper is left alone. A word that begins with another is none. */
export const ONSETS = words('bh bl br ch cl cr cy dd dh dr dw dy fl ff fr fy gh gl gn gr gw gy hy kh kn kr ky ll ly mh mn mr my ng nh ny ph pl pn pr ps py qu rh ry sc sh sk sl sm sn sp sq st sv sw sy th tr ts tw ty vy wh wl wn wr wy');

/** Nouns that end the name of a post, and words that begin one before "of" or "for". */
export const POSTS = words('administrator adviser advisor chair chairman clerk commissioner convener coordinator co-ordinator director engineer executive head inspector leader manager officer secretary solicitor surveyor treasurer');
export const POST_STARTS = words('chair clerk convener director head leader manager secretary');
