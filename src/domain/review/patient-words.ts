export const SHORTENED = set(
  'adm hosp acct med hx dx tx fx sx wk mo yr yrs hr jan feb mar apr jun jul aug sep sept oct nov dec b mt ft ste f m',
)

// Record numbers

export const RECORD_LABELS = set('mrn mrns m.r.n emrn csn urn uhid')

/** Labels in capitals alone: `MR# 88213047` and not `Mr. 8`. */
export const RECORD_CAPITALS = set('MR FIN HN UR CSN')

export const RECORD_NOUNS = set(
  'chart hospital hosp patient pt record records encounter accession mrn medical epic cerner',
)

export const ACCOUNT_NOUNS = set('acct account visit case specimen')

export const NUMBER_WORDS = set('no nr number numbers num id identifier')

export const FILLERS = set(
  'is was the for her his their of on ending ends in with a sticker label patient as s last four i have it',
)

export const LIBRARIES = set('genbank geo sra refseq ncbi dbgap library museum')

export const CHART_PROGRAMS = set(
  'epic cerner emr ehr pacs meditech powerchart haiku cprs wristband armband facesheet sticker',
)

export const OTHER_LABELS = set(
  `pmid pmcid irb grant nct zoom aamc eras npi dea phone ext extension pager cell fax tel badge id orcid doi
  isbn issn locker code passcode pin account licence license invoice order ticket tracking student module room
  form article study trial protocol registration score number call text usd box zip`,
)

export const BEFORE_LABEL = set(
  "is was the his her their a an as pt's patient's pt patient medical my s",
)

// Dates of birth

export const BIRTHDAYS = set('birthday bday b-day')

export const TITLES = set('mr mrs ms miss mister')

export const DOCTORS = set('dr prof professor doctor')

export const MONTHS = set(
  'jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november dec december',
)

export const MEASURED = set('systolic diastolic murmur strength pain reflexes pulses dose tablet')

// Rooms and beds

export const ROOMS = set('room rm rooms rms')

export const BEDS = set('bed beds bay cubicle hallway bassinet isolette crib')

export const UNITS = set(
  'icu micu sicu ccu nicu picu cvicu ed er ward unit pacu tele l&d stepdown resus trauma chair pod',
)

export const SIDES = set('west east north south tower w e n s')

export const GATHERINGS = set(
  `seminar lecture workshop session class talk library osce meeting conference course group club lab panel
  orientation training simulation sim call office lounge lunch noon dinner slides teaching meet meets
  volunteer volunteering dorm apartment building printer key keys desk registrar paperwork clerkship
  station forms form scheduling coordinator locker parking interview mannequin poster module exam review`,
)

export const COUNTED = set(
  `minute minutes min mins hour hours hr hrs day days week weeks wk wks month months mo year years yr yrs percent
  patients people persons adults children women men cases students residents programs programmes beds rooms
  sites centers centres hospitals clinics studies trials countries languages words ways times points pages
  miles dollars charts papers am pm applicants interviews questions over mg ml kg lbs units seconds sessions rd street`,
)

export const ADDRESSES = set(
  'form highway route hwy section title gate flight seat protocol office suite code apt locker lab',
)

export const FAMILY = set(
  'daughter son wife husband family mom mother dad father sister brother nurse labs pressure bp ct mri',
)

// Ages

export const KIN = set(
  'grandmother grandfather grandma grandpa mother father mom dad aunt uncle grandparents nana granny great-grandmother great-grandfather mother-in-law father-in-law',
)

export const NEAR_KIN = set(
  'husband wife brother sister son daughter kid cousin partner nephew niece child boyfriend girlfriend',
)

export const WHOSE = set('my his her their our')

export const NO_PATIENT = set(
  `emeritus emerita professor attending surgeon physician doctor cardiologist oncologist neurologist radiologist
  pediatrician mentor alumnus alumna alum volunteer colleague tradition building hospital school institution
  program programme society clinic journal donor legend founder author researcher scientist trial
  study house company resident fellow pathologist anatomist psychiatrist nurse award lecture`,
)

export const SPELLED = new Map(
  'ninety ninety-one ninety-two ninety-three ninety-four ninety-five ninety-six ninety-seven ninety-eight ninety-nine'
    .split(' ')
    .map((word, index) => [word, 90 + index]),
)

export const ONES = 'zero one two three four five six seven eight nine ten'.split(' ')

// National numbers

export const NATIONAL = set(
  'ssn ssns nhs nino aadhaar curp dni passport medicare medicaid mbi hicn ohip chi phn pesel bsn ihi personnummer cpf rut kimlik pps',
)

export const INSURED = set(
  'insurance member policy subscriber beneficiary medi-cal kaiser license licence alien',
)

// Days of admission and discharge

export const ADMISSION = set(
  `admitted admission readmitted discharged discharge readmission hospitalized hospitalised admit admits adm
  dc'd d/c d/c'd dced intubated extubated los`,
)

export const STAY = set(
  `transferred coded died passed expired underwent delivered since surgery cath biopsy transplant arrested
  operated bounced arrived seen consulted`,
)

export const SCHOOLS = set(
  `program programme school college university residency fellowship mstp medicine class society honors club aoa
  students student waitlist list committee navy army poster talk lecture workshop seminar abstract`,
)

// Age, sex, condition and place

export const SEXES = set('man woman male female lady gentleman boy girl guy m f dude')

export const SMALL = set('infant baby newborn neonate toddler kid child teen teenager mom mother')

export const LINKS = set(
  `with w has had having diagnosed dx dx'd presenting presented c/o s/p h/o hx pmh of from new newly first
  recurrent metastatic stage end-stage acute chronic admitted treated seen found for`,
)

export const CARE_PLACES = set(
  `hospital clinic ward icu ccu micu nicu ed er unit floor service hospice nursing rehab center
  centre general medical snf kaiser children's sinai mayo county regional
  presbyterian methodist memorial mercy sutter ucsf ucla mgh va`,
)

export const WORKERS = set(
  'vet veteran student artist cook chef nun monk priest pilot clerk retiree grandmother grandma',
)

export const PRINTS = set(
  'jama nejm lancet bmj pubmed pmid published journal textbook uworld amboss anki qbank osce simulated standardized standardised mock sim',
)

// What stands beside what

export const PERSONS = set(
  'lady gentleman woman man girl boy guy mr mrs ms male female kid baby infant toddler teen teenager dude gal newborn',
)

export const NOT_A_PERSON_BEHIND = set(
  `safety care education advocacy experience outcomes navigator population interviewing interview centered
  centred contact panel simulation encounter encounters communication volume relations advocate day portal
  database registry cases presentation presentations charts notes history histories list lists load flow logs
  log handoff stories narratives teacher mentor listener tutor attending explanation explanations person people
  doctor instructor preceptor editor reader guide soul voice answer answers man woman questionnaire satisfaction
  privacy confidentiality enrollment recruitment level groups group rights`,
)

export const NOT_A_PERSON_BEFORE = set(
  'standardized standardised simulated mock virtual practice model is was be been are so very more most too really incredibly how extremely being per unfailingly endlessly always and kind',
)

export const OWNERS = set('my our')

export const NO_INITIALS = set(
  `ED ER OR IV CT MI PE ID GI OB IM FM EM MD DO US UK PM AM TV AI QI PI RA TA VA NP PA RN HR IT LA DC SF NY CA
  TX MS MR BP UC UR HN SS NI II OK PT OT CV ML VR PR CS IR GP DM HD FU PO PC AA FT MA PD TB CC HF RV LV AF AV EF
  PR QA EP NO DR HM NG UA XR UV LP AC PS TH WY OH CO CT WA NJ IL WI MN GA NC SC SP FL AZ NM UT`,
)

/** Of what is done and seen on a ward; a seminar may be about it too, so it never tells alone. */
export const CLINICAL = set(
  `cath echo insulin murmur rash oriented wristband ekg ecg ct mri cxr troponin lactate hgb creatinine foley picc
  lasix heparin warfarin anticoagulation vanc abx antibiotics bipap cpap vent ventilator pressors drain lp
  colonoscopy endoscopy egd surgery consent consented admitted admit discharged readmitted d/c d/c'd dc'd adm
  dispo snf h&p hpi pmh s/p h/o c/o hx dx dx'd w/u r/o npo prn bleeding bleed crashing code coding coded decompensated
  desatted desat sats vitals tele iv ivf bolus transfusion transfused walker wheelchair ems bedside bedbound
  aox3 a&ox3 a&ox4 whipple cabg tavr peg ng trach tracheostomy extubated intubated sedated restraints icu micu
  sicu ccu nicu cardiac chest belly abdomen abdominal wound dressing amputation incision cast hip knee scan
  radiation chemo bloodwork labs culture cultures infusion meds pills morphine oxygen o2 breathing nausea
  vomiting diarrhea constipation headache dizziness dizzy confused confusion agitated pain swelling edema cough
  allergic allergy exac exacerbation relapse relapsed dying died passed goc ama dnr hospice service
  contractions labor labour lvad ecmo tpn stent expired delivered epidural c-section laboring psych 5150 detox neurosurg neurology ortho
  hospitalized hospitalised discharge admission prognosis pathology biopsied fell fall`,
)

export const ILLNESS = set(
  `als ms mi stemi nstemi chf copd dka pe dvt aki ckd esrd hiv aids tb uti afib cva tia sle ibd gib gerd sbo hfref
  hfpef rsv covid flu cancer cancers tumor tumour lymphoma leukemia leukaemia metastatic metastases mets fracture
  fx infarction infarct stroke sepsis septic shock failure pneumonia diabetes diabetic lupus asthma asthmatic delirium
  delirious dementia syncope seizure seizures epilepsy fever fevers overdose withdrawal cirrhotic
  appendectomy biopsy chemo dialysis transplant intubated extubated dnr coded hospice postop post-op
  preop ama palliative jaundice anemia anaemia embolism aneurysm arrest miscarriage preeclampsia eclampsia
  depression psychosis psychotic suicidal suicide schizophrenia bipolar alzheimer's parkinson's huntington's crohn's
  hodgkin's myeloma hemorrhage haemorrhage hematoma abscess gangrene hernia ulcer ulcers obstruction
  perforation appy appe lymphedema goiter tamponade tetralogy endometriosis preemie ectopic fibroids sickle
  hypertension htn hypotension mania manic anorexia bulimia concussion sah sdh ich ards hcc nash all aml cml cll
  croup measles malaria shingles cellulitic osteo gout gout's scd hlh ttp itp gbs guillain-barre`,
)

/** Short words that are illnesses only in capitals: `PE` and not `pe`. */
export const ILLNESS_CAPITALS = set('als ms mi pe tb ama aids fx ich nash all')

export const ORGANS = set(
  'breast ovarian lung colon prostate pancreatic bladder thyroid gastric renal testicular cervical esophageal',
)

export const NO_ILLNESS = set(
  `diagnosis prognosis empathy sympathy academia hypnosis symposia diploma aroma oklahoma tacoma sonoma paloma
  nostalgia osmosis symbiosis apoptosis mitosis meiosis homeopathy osteopathy apathy telepathy bohemia
  manchuria metamorphosis`,
)

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/))
}
