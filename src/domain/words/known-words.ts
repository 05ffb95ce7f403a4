import { late } from './late.ts'
import { properName } from './proper-names.ts'
import { wordSet } from './tidy.ts'

// The words that a mail says without asking. Whatever is not here is asked about, so a word is missing rather than
// wrong: none of these judges anyone, and none is of a body, a mood, a family, money, faith or love.

const PLACES_OF_WORK = `
  clinic ward floor unit lab laboratory hospital office practice department division team group program school
  university library center rounds service classroom cohort`

/** What somebody teaches, makes, works on or gives: the noun that a `thing` is about. */
const WORK = `
  advice answer tip trick suggestion recommendation feedback comments edits note guidance help explanation example
  analogy analogies metaphor mnemonic rule framework checklist approach approaches method strategy strategies plan
  system template outline schedule list talk lecture seminar workshop session class classes course tutorial review
  panel presentation slide handout diagram drawing sketch figure table chart graph video podcast book chapter article
  paper abstract poster manuscript essay thesis dissertation protocol guideline report case series deck remark quote
  slogan vignette bit word shortcut story stories point question idea insight view thoughts perspective situation
  definition comparison overview summary introduction part section line way thing difference distinction lesson study
  studies trial registry registries project research work data dataset database survey analysis grant award fellowship
  residency internship rotation clerkship elective sub-internship curriculum pathway path track career training year
  job role interest switch transition move field specialty specialties week hour decision choice application mentoring
  mentorship teaching coaching demonstration demo exam technique skill tour simulation ${PLACES_OF_WORK}`

/** What a mail thanks for that is no work, and is good of anyone. */
const WARMTH = 'calm patience kindness generosity encouragement support warmth enthusiasm time'

const MEDICINE = `
  medicine surgery peds psychiatry psych neurology neuro neurosurgery cardiology cards nephrology pulmonology pulm
  gastroenterology hepatology endocrinology endo rheumatology hematology heme oncology onc dermatology derm
  ophthalmology ent otolaryngology orthopedics ortho urology obstetrics gynecology anesthesia anesthesiology radiology
  rads pathology path radiation palliative hospitalist med-peds primary critical emergency internal acute intensive
  trauma vascular thoracic transplant plastic infectious physiatry rehabilitation allergy immunology genetics genomics
  epidemiology biostatistics pharmacology pharm physiology anatomy histology embryology biochemistry biochem
  microbiology neuroscience neuroanatomy toxicology virology pharmacy nursing interventional electrophysiology
  echocardiography echo imaging ultrasound doppler x ray x-ray radiograph ct strip cardiac renal hepatic pulmonary
  respiratory gastrointestinal endocrine nervous musculoskeletal lymphatic heart lung liver kidney brain spine bone
  joint muscle nerve artery arteries vein blood brachial plexus cranial lymph node valve airway spleen abdomen chest
  nephron glomerulus loop cortex neuron membrane enzyme hormone gene protein failure disease syndrome infection sepsis
  septic shock pneumonia asthma hypertension diabetes anemia edema arrhythmia afib fibrillation ablation ischemia
  ischemic murmur bundle branch block axis fascicle acid base acid-base electrolyte potassium sodium calcium glucose
  insulin lactate fluid dialysis ventilator vent pressor antibiotic steroid beta blocker statin opioid drug dose
  dosing vaccine cardiomyopathy cascade complement countercurrent mechanism gradient curve pathophysiology
  differential diagnosis diagnoses diagnostic treatment therapy symptom prognosis consult consent goals care handoff
  triage rounds rounding bedside stethoscope probe scalpel suture suturing knot needle catheter retractor
  ophthalmoscope otoscope ultrasound-guided guided iv ivs line drain tube intubation lumbar puncture central arterial
  biopsies specimen margin laparoscopic robotic endoscopy colonoscopy bronchoscopy cath or icu picu nicu micu sicu ccu
  ed er va ob obgyn gyn em im fm gi id pmr vitals exam soap readmission screening prevention health public global
  rural urban community equity disparities ethics policy safety quality improvement advocacy telehealth telemedicine
  informatics humanities literacy interpreter outreach harm reduction sleep exercise nutrition prescribing stewardship
  manikin mannequin med apd pd vac tox cpr crp troponin creatinine egfr gfr csf cbc bmp bnp inr tb mrsa covid flu pe
  dvt mi chf ckd aki stemi nstemi ards sirs gcs icp icd pacemaker stent strain ecmo bypass thyroid pancreas
  gallbladder appendix bowel colon retina cornea pupil reflex reflexes gait tremor rash rashes ascites jaundice fever
  cough palpation auscultation percussion rhythm rate pulse pressure saturation oxygen perfusion resuscitation
  compressions tourniquet monitor monitoring surgeon physician doctor nurse pharmacist patients fellows attendings
  seniors chiefs subspecialty specialty specialties generalist scrub gown glove mask on-call calculator
  guideline-directed therapies chemotherapy transfusion anticoagulation inhaler spirometry osmosis osmolality
  absorption metabolism clearance half-life receptor agonist antagonist potential channel pathway signaling cytokine
  antibody antibodies antigen resistance culture gram stain slide microscopy pathogen organ tissue wound burn fracture
  splint cast prenatal neonatal newborn pediatric adolescent adult geriatric women's veterans refugee immigrant
  disability access`

const SCHOOL = `
  course shelf step board nbme pbl tbl finals test qbank anki anking sketchy deck flashcard spaced repetition recall
  reading reasoning match matching couples supplemental signals application personal statement interview interviewing
  away sub-i sub-internships letter resume portfolio clerkships preclinical preclerkship clinical gap intern residency
  residencies fellowship call nights shift scheduling schedule md md-phd ms academic academia tenure-track faculty
  private county university industry grant k08 k23 r01 f30 t32 aim hypothesis abstract poster conference meeting
  journal club statistics stats biostats regression python coding survey qualitative quantitative literature citation
  reference authorship author reviewer revision figure draft writing editing presenting presentation teaching tutoring
  mentoring shadowing volunteering leadership networking collaboration negotiation feedback wellness organization
  productivity mentor student resident trainee team funding funder deadline timeline proposal pilot recruitment
  enrollment outcome chart entry collection randomized control group sample cohort model machine learning ai mouse
  mice zebrafish cell bench wet dry translational basic science design history art philosophy engineering chemistry
  physics biology education degree college`

const PLAIN = `
  first second third last next new early own main whole different similar same specific general simple clear short
  long small large big full half quick practical useful helpful concrete structured systematic step-by-step detailed
  good great better best right real actual common classic key important hands-on careful thoughtful open one two three
  four five six seven eight nine ten several many most more each every both other another few lot kind sort piece
  phrase name page column row number sentence paragraph title beginning middle end start side top whiteboard napkin
  towel pencil marker laptop screen photo picture map image box hose garden hallway cafeteria lobby day weekend month
  minute morning afternoon evening semester summer spring fall winter break march may mondays tuesdays wednesdays
  thursdays fridays saturdays sundays orientation fake arm volume work-life balance people person everyone someone
  place city country countries evidence evidence-based written worked protected longitudinal combined virtual online
  independent twice once again carefully slowly clearly together alone always often usually sometimes also really very
  just still even especially exactly about only well then there here instead first-author coordinator applicant
  committee older younger problem ten-year-old difficult night-shift worker conversation m1 m2 m3 m4 myself everything
  something anything home visit social determinant cost insurance silence salt interpretation calipers knee shoulder
  hip handed liner frank starling h&p free tubular physical alert prestige tiny silent missed hygiene hand women men
  young medical busy families delirium dementia stroke biopsy calm clarity curiosity actually frozen scurvy cholera
  tuberculosis prerounds pre-round interval qi ta tas clerk vasculitis meningitis impression assessment hpi ros
  one-on-one face-to-face in-person coffee lunch breakfast snack pen notebook binder spreadsheet folder calendar index
  envelope card sticky phone camera computer software app website email message document form copy copies version file
  desk chair door window room building elevator stairs stairwell basement corridor theater museum street road river
  lake bridge train plane bus car bike boat ship truck tractor farm kitchen recipe bread cake soup filter rope string
  ladder wheel engine motor battery lamp light mirror bowl cup bottle straw clay glass water sand stone wood wire
  cable pipe pump funnel plot bar scatter forest kaplan meier confidence variable bias error null power effect size
  value mean median hammer nail glue tape scissors brick puzzle game chess tennis soccer basketball piano violin cello
  guitar music song poem novel movie painting comfortable shoes hat color red blue green yellow black white alphabet
  acronym hobby favorite everyday daily weekly monthly extra final opening closing brief complete formal informal
  local national international regional rare frequent typical normal abnormal unusual interesting fascinating
  memorable thorough concise deep wide broad narrow bottom left high low upper lower inner outer front near close
  second-year third-year fourth-year first-year one-liner take-home two-minute five-minute ten-minute twenty-minute
  one-page half-day visiting shared standard plain direct north south east west delta reservation`

const FUNCTION = `
  the a an this that these those some any all no-one and or of on in at to for from with without about by into through
  over during before after between within across around behind beside under up out down as than like vs while when
  where if because since until so how what which who why whether it its there her his their your our my me us i we she
  he they you him them herself himself yourself is are was were be been being has have had do does did can could will
  would should must may might not don't doesn't isn't aren't can't won't didn't wasn't`

const VERB_BASES = `
  accept advise aim analyze answer apply approach arrange ask balance become begin book bring build calculate call
  care carry change check choose clarify close coach code collaborate collect combine come compare conduct connect
  consider consult cover create decide define describe design develop diagnose direct discuss distinguish do draft
  draw eat edit email encourage end enjoy enroll enter establish evaluate examine explain explore find finish focus
  follow form found frame gather get give go graduate grow guide handle help hold identify improve include interpret
  introduce invite join keep know lead learn leave lend let listen look love make manage map match measure mention
  mentor narrow negotiate note notice offer open order organize outline palpate percuss pick place plan practice
  prefer prepare present prescribe prioritize proofread propose publish put quiz rank read recommend record recruit
  reflect register remember repeat report request rest research review revise rotate round run say schedule screen
  scroll scrub search see select send serve set shadow share show signal sit solve sort speak specialize spend start
  stay stick study submit suggest summarize supervise support suture switch take talk teach tell test thank think tie
  time trace track train translate treat triage try turn tutor understand update use visit volunteer wait walk want
  wear watch work write`

const known = late(() =>
  wordSet([MEDICINE, SCHOOL, PLAIN, FUNCTION, WORK, WARMTH].join(' ').trim()),
)
const work = late(() => wordSet(WORK.trim()))
const warmth = late(() => wordSet(WARMTH))
const fields = late(() => wordSet(`${MEDICINE} ${SCHOOL}`.trim()))
const verbs = late(() => wordSet(VERB_BASES.trim()))

/** Whether a word, or the word of which it is the plural, is one of those that are said unasked. */
export function isKnown(lower: string): boolean {
  return isIn(known(), lower) || isProper(lower)
}

/** A noun of work, teaching or help: what such a mail is about. */
export function isWork(lower: string): boolean {
  return isIn(work(), lower)
}

export function isWarmth(lower: string): boolean {
  return warmth().has(lower)
}

/** A word of medicine or of studying it. */
export function isField(lower: string): boolean {
  return isIn(fields(), lower) || /\p{Lu}.*\p{Lu}/u.test(properName(lower) ?? '')
}

/** The base of a verb of work, teaching or help. */
export function isWorkVerb(base: string): boolean {
  return verbs().has(base)
}

/** "on Tuesday" was true of that week. */
function isProper(lower: string): boolean {
  if (lower.endsWith('day')) return false
  return properName(lower) !== undefined || properName(lower.replace(/s$/, '')) !== undefined
}

function isIn(words: ReadonlySet<string>, lower: string): boolean {
  return words.has(lower) || (lower.endsWith('s') && words.has(lower.slice(0, -1)))
}
