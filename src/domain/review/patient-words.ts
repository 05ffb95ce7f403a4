/**
 * What the words of the patient check count as. A row is a kind of evidence; what each kind is worth and how
 * it is said stands in `patient-kinds.ts`.
 */
export const WORDS = {
  patient: "frequent-flier frequent-flyer inpatient paciente patient patient's pt pt's pts",
  person: `abuela auntie babies baby bassoonist biker bloke boy boys bride bub bubs bystander camper centenarian chap
    child climber couple crew cyclist driver drunk dude duo elderly fella female folks gal gent gentleman girl
    girls gramps grandbaby granddad groom guy hiker hoarder hostage infant inmate jane-doe jogger john-doe kid
    kiddo lady lass male mam mama mami man meemaw mom mother multip mum mystery-man neonate newborn newborns
    newlywed newlyweds nonagenarian octogenarian old-timer pair papi passenger passerby pedestrian pensioner
    person ppl preemie primip prisoner quadruplets rider runaway schoolboy schoolgirl sheila shooter siblings
    stowaway stranger survivor survivors swimmer teen teenager tia tio toddler tourist triplet triplets tween
    twin twins tía tío vet veteran victim victims viejito walker weeker weekers widower woman youngster`,
  marked: `he-arrested he-bled he-coded he-didn't-make he-died he-expired lost-her lost-him she-arrested she-bled
    she-coded she-didn't-make she-died she-expired that-one the-one the-ones this-one`,
  role: `abbot accountant actor actress admiral altar-boy ambassador anchor archaeologist archbishop architect
    arsonist artist astronaut astronomer asylum-seeker athlete attorney au-pair babysitter baker ballerina banker
    barber barista barmaid baron baroness bartender beauty-queen billionaire bishop blogger bodybuilder bodyguard
    bouncer bowler boxer brewer bricklayer broadcaster broker burglar bus-driver busboy busker butcher cabbie
    cantor captain cardinal caretaker carpenter cartoonist cashier catcher celebrity cellist ceo cfo champion
    chauffeur cheerleader chef chemist choirmaster cleaner clown coach cobbler code-talker college-student
    colonel comedian comic commander commando commissioner composer concierge conductor constable
    construction-worker contractor convict cook cop corporal councillor courier cowboy cricketer critic crooner
    custodian dancer deacon dealer defendant deputy detective diplomat director dishwasher dispatcher diver dj
    drag-queen drifter drummer economist editor eighth-grader elder electrician engineer evangelist ex-girlfriend
    ex-wife exchange-student exterminator farmer farmhand fifth-grader fire-chief firefighter first-grader fisher
    flight-attendant florist footballer fortune-teller gamer gangster gardener goalie golfer governor
    grad-student greengrocer grocer guard guitarist gymnast hairdresser harpist headmaster headmistress
    headteacher heiress herder historian hooker housewife hunter imam immigrant influencer inspector investigator
    janitor jeepney jeweler jockey journalist judge juror kicker killer kindergartener lab-partner landlady
    landlord lawyer librarian lieutenant lifeguard linebacker linguist lollipop-lady lunch-lady machinist
    magician magistrate mail-carrier marathoner marine mason mathematician mayor mechanic medalist messenger
    migrant millionaire miner minister missionary monk mortician movie-star mp murderer musher musician nanny
    neighbor neighbour newscaster novelist novice nun olympian organist owner painter paperboy paratrooper
    parolee pastor philosopher photographer physicist pianist pilot pitcher plaintiff plasterer player plumber
    podcaster poet poet-laureate politician porter postmaster potter preacher priest prince princess principal
    programmer prosecutor public-defender publican puppeteer quarterback rabbi racer rancher ranger rapper
    realtor referee refugee reporter retiree reverend robber rockette rodeo roofer roommate rower runner sailor
    saxophonist school-nurse schoolteacher scientist sculptor seamstress second-grader secretary seminarian
    senator sergeant sex-worker shepherd sheriff sherpa singer skater skier skipper skydiver sniper soldier
    songwriter sophomore soprano sprinter stewardess streamer striker stripper stylist superintendent surfer
    tailor tattooist taxi-driver teacher teacher's-aide teammate tenant tenor third-grader topper town-clerk
    trader translator trapper triathlete trooper truck-driver trucker tutor tv-star uber-driver umpire undergrad
    undertaker valedictorian valet vendor verger veterinarian vicar violinist waiter waitress warden weathergirl
    weaver welder window-washer winner witness wrestler writer youtuber`,
  illness: `aaa abruption abscess abscessed accreta achalasia achondroplasia acromegalic acromegaly addict addiction
    addison's addisonian adem adhd adpkd afib aids aki albinism alcoholic alcoholism all alport als alzheimer's
    alzheimers aml amnesia amnesic amputee amyloid anaphylactic anaphylaxis anemic anencephalic anencephaly
    aneurysm angelman angioedema anorexia anorexic anthrax aphasia aphasic aplastic apnea aps ards arrest
    arrhythmia arsenic ascites asd aspergillus asphyxia aspiration asthma ataxia autism autistic avm avulsion
    babesia barrett's bbb bedsore behcet behcet's bell's beriberi biliary-atresia bipolar bite bitten black-lung
    blasts bleed bleeder bleeding blind blindness boerhaave borderline botulism boxer's boxers-fx bpd bph
    brain-dead breech brittle-bones broke broken brucella brugada bruised bruises bulimia bulimic burn burned
    burnt c-diff ca cachectic cancer candida carbon-monoxide carcinoid carpal-tunnel cataract catatonia catatonic
    cauda cdh cdiff celiac cellulitic cf chagas chest-pain chf chiari chickenpox chikungunya chlamydia choked
    choking choledochal cholera chorea chylothorax cidp cirrhotic cjd ckd claudication cleft cll clot clubfoot
    cml cmv cocaine collapse collapsed coma comatose concussion conjoined contusion conversion convulsion copd
    covid crack creutzfeldt-jakob crisis crohn's crohns croup crush crushed crypto cushing's cva cvst cyanide
    cyst cystic-fibrosis dcis deafness decub decubitus defect deformity degloved degloving delirious delirium
    delusional delusions demented dementia demise dengue depressed depression desatted diabetes diabetic diaper
    dic diphtheria disease dislocated dislocation disorder dissection dissociative dka dka'd down's drowned
    drowning dts dv dvt dwarf dwarfism dystonia ebola ebstein ebv eclampsia eclamptic ectopic eczema edh effusion
    ehlers electrocuted electrocution embarazada embolism emphysema empyema encephalopathic epilepsy esrd etoh
    ewing fabry factitious failure fainted fainting fall fell fentanyl fever fibroid fissure fistula flu flutter
    fontan fournier's fracture fractured frostbite frostbitten fsgs fx fx's gallstone gangrene gangrenous
    gastroparesis gastroschisis gaucher gbm gbs gca gdm gerd gib gigantism gist goiter gonorrhea goodpasture gout
    graves growth gsw guillain gunshot hallucinations hanged hashimoto's hcc headache heart-attack heart-block
    heatstroke hellp hemiparesis hemophilia hemophiliac hemoptysis hemorrhoid hemothorax hep hernia herniated
    heroin herpes hfpef hfref hhs hirschsprung's histo hiv hiv+ hives hlh hoarding hocm hodgkin's hookworm hpv
    hsp hsv htn huntington's hus hydrocephalus hypercalcemic hyperemesis hypertension hyperthyroid hypoglycemic
    hyponatremic hypoplastic hypospadias hypothermia hypothermic hypothyroid hypoxic ibd ibs ich iga ild ileus
    impaled impalement incontinence incontinent infarct infarction infected infection infertile infertility
    inhalation intussusception ipf ipv ischemic itp iufd iugr ivh jaundice jaundiced kawasaki keratoconus
    kernicterus kidney-stone klatskin klinefelter klinefelter's korsakoff kwashiorkor lac laceration lacunar
    legionella leishmaniasis leprosy lesion leukemic lewy lice lightning locked-in lupus lyme lymphedema maggots
    malaria malnourished malnutrition mania manic marfan mass masses mauled mds measles megacolon menopause
    mercury metastases metastasis metastatic meth methb mets mi microcephaly migraine miscarriage miscarried mola
    molar mono motorcycle mpox mrsa ms ms'er msud mucor mumps munchausen murmur mutation mva mvc myasthenia
    narcolepsy nash nec necrotic necrotizing nephrotic neutropenic nf1 nodule nof norovirus nph nsclc nstemi
    obesity obstruction ocd od od'd od'ing od's omphalocele organophosphorus osteo overdose overdosed overdosing
    paget's pah palsy papilledema paralysed paralysis paralyzed paranoid paraplegic parkinson's parkinsonism pcos
    pcp pe pellagra pemphigoid pemphigus perf'd perforated perforation pertussis pfo pheo pica pid pjp pkd pku
    plague pmf pmr pneumo pneumonia pneumothoraces pneumothorax poisoning polio polyp pompe porphyria pots pph
    pprom prader-willi preeclampsia preterm previa priapism prolapse prolapsed prom pseudogout psoriasis
    psychotic ptsd pyelo pyloric quadriplegic rabies rash rashes rds regurg relapse relapsed rett rhabdo rhd
    rheumatic rickets rmsf rsv rubella rupture ruptured sacral sah salmonella sarcoid sbo scabies scaphoid scd
    schisto schistosomiasis schizoaffective schizophrenia schizophrenic sci sciatica sclc scleroderma scorpion
    scurvy sdh seizure self-harm sepsis septic shingles shock shot sickle sjogren sjogren's sjs sle snakebite
    spina-bifida sprained stab stabbed stabbing status-epilepticus stemi stenotic sti stillbirth stillborn sting
    stones strangled stroke stroked subdural suicidal suicide sunstroke supracondylar svt swallowed syncope
    syndrom syphilis sífilis t1dm t2dm takayasu takotsubo tamponade tapeworm tay-sachs tb tbi tetanus tetany
    tetralogy tetraplegic tga thyrotoxic tias torn torsades torsed tourette's tremor trisomy tss ttp tumor tumour
    typhoid typhus uc ulcer ulcerated ulceration uti varices vegetative vertigo vfib vhl volvulus vsd vtach vwd
    wernicke whooping-cough wilms withdrawal wounds wpw zika zoster`,
  operation: `ablated ablation abortion aka amputate amputated amputation anesthetized angio angiogram appe appy art-line
    autopsy avr banding biopsied biopsy birth bka bmt bronch burr-hole bx bypass c-section c/s cabg cabg'd
    caesarean cardioversion cardioverted cath cath'd cathed central-line cerclage cesarean chemo chest-tube chole
    circ circumcised circumcision clipped clipping closed closing closure code coded coiled coiling compressions
    cpr crani cric crike crrt csection d&c d&e debridement delivered delivery dialysed dialysis dialyzed dilation
    drain drainage ecmo ect egd embolization embolized ercp evar evd exchange excision extraction extubation
    fem-pop fixation flap forceps fusion graft hartmann hernia-repair hip-replacement hyst hysterectomies i&d icd
    implants induced induction intubate intubating intubation iud ivf knee-replacement lap lasik lp
    lumbar-puncture lvad mastectomies mohs mvr nailed nailing nissen operated orif pacemaker para pci peg
    picc-line pinned pinning plasmapheresis port post-op postop pre-op preop procedure proned proning radiation
    radiotherapy reattached reduced reduction replanted resected resection resuscitated resuscitation rosc s/p
    scope scoped scoping shocked shunt sleeve stent stented stoma surgery t&a tapped tavr tha thora thrombolysis
    tka tkr tonsils tpa trach trached transfused transfusion transplant transplanted transsphenoidal tubal turp
    txplant underwent vac vacuum valve vats vbac vp whipple`,
  fate: `arrested awake bled cmo code-blue coding comfort-care coroner crashed crashing death deteriorated
    didnt-make-it died dies dnr dying expired funeral hospice life-support lost-the-baby made-it passed
    pronounced survived survives terminal walking withdrawing withdrew woke-up`,
  stay: `adm admission admit admits admitted ama been-here bounce-back bounced-back brought-in brought-to came-back
    came-in comes-back comes-in committed d/c d/c'd d/ced dc'd dced discharge discharged drove-himself eloped
    extubated going-home held hospitalised hospitalized in-for in-our-icu in-the-icu intubated involuntary itu
    los medevaced night-float no-longer-with on-her-list on-his-list on-my-list on-our-floor on-our-list
    on-our-service on-our-ward on-the-list our-floor our-icu our-list our-service our-team our-unit our-ward
    presented-with readmission readmit readmitted rolled-in section-8 sectioned sent-home still-comes to-rehab
    transferred triaged voluntary walked-in was-here went-home`,
  act: `asked-for asking-for auscultated bad-news bedside break-the-news broke-bad broke-the-news came cannulated
    cared-for caring-for caught clerk clerked clerking code-status consent consented consult consulted consulting
    cried-with diagnosed discharge-planning dispo drained dx dx'd examined family-meeting fixed following follows
    found goals-of-care goc h&p had-me handoff held-his-hand history-of hpi hx hx-of i-saw interpreted
    interpreter let-me let-us lets-me letting-me letting-us m&m my-first operates palpated percussed picked-up
    pimped-me placement presented presenting removed restrained restraints revived rounded rounding rounds
    sat-with saw-her saw-him scrub scrubbed sedated sewed showed-me sign-out signout sits-with spotted stapled
    stitched suture sutured takes-care taking-care taught-me told-the-family took-care took-out translate
    translated treated treating treats workup write-up`,
  symptom: `a1c abdomen abdominal agitated allergic ankle aorta appendix arm artery bedbound bedridden belly bladder
    blinks blood bmi bone bowel bp brain breast breastfeeding bruise cardiac cd4 cervix chest colon confusion
    constipation contraction cord coronary cough coughing creatinine cried diarrhea dizziness dizzy due dyspnea
    ear eating ef esophagus expecting eye eyelid feet femur finger foot gait gallbladder gestation gestational
    groin hallucinated hallucinating hand hcg hct hearing heart heartbeat hematuria hgb hip hurt ill incision
    injured injury inr intestine itchy jaw kidney knee labor labour lactate latch leg limb limp liver loss lump
    lung melena mole mouth neck nipple nodes nonverbal npo numb oriented ovarian ovaries ovary pain painful
    pancreas pancreatic pelvic pelvis penis pituitary placenta platelets potassium pregnancy pregnant prostate
    psa pulse pupil pus recovery rectum reflexes refused refuses refusing renal retina rib sacrum sats scalp scar
    screaming scrotum seized seizing shaken shortness-of-breath shoulder sick skin skull sob sore speech spinal
    spine spleen sputum sternum stomach stool stump swelling swollen symptoms teeth temp testicle testis thigh
    throat thumb thyroid toe tongue tonsil tooth tremors trimester troponin tsh twitch unconscious unresponsive
    urine uterus vagina vein vertebra viral-load vision visual vitals vocal-cords voices vomited vomiting walks
    wbc weakness weeks weight wheelchair wks womb wound wrist`,
  drug: `5150 abx adderall amiodarone amox anesthesia antibiotics anticoagulated anticoagulation antivenom arv ativan
    augmentin bactrim bipap blood-thinners blood-transfusion bolus botox bupe buprenorphine cannula cast catheter
    chemotherapy clozapine clozaril coumadin cpap detox digoxin dose dosed dressing drip eliquis epi epidural
    epipen feeding foley glasses haldol hearing-aid humira hydroxyurea implant infusion insulin iron iv keppra
    ketamine keytruda lasix levodopa lisinopril lithium lovenox medications meds metformin methadone methotrexate
    morphine narcan o2 opioid oxygen ozempic palliative pill plasma prednisone pressors prn prosthesis prosthetic
    prozac pump rituximab sedation seroquel splint staples steroids stitches suboxone tacrolimus tamoxifen
    therapy tpn tube vaccine valium vanc vax venflon vent ventilated ventilator viagra warfarin`,
  test: `abg auer biopsies bloods cbc ct cta culture cxr diagnosis ecg echo eeg ekg emg film fluoro frozen genetics
    gram-stain holter labs mammogram mri opening-pressure pap path pathology pet picc pos scan screening sonogram
    specimen swab test tested tox ultrasound us-guided x-ray xray`,
  ward: `ambulance ccu census chart charts clinic cvicu ed emergency ems er hallway hdu helipad hospice-house icu l&d
    maternity micu mother-baby nicu nursery obs opd outpatient pacu picu postpartum prep psych resus room sicu
    snf stepdown table theater theatre trauma triage unit waiting-area ward wards`,
  weekday: `ago christmas diwali easter eid fri friday halloween hanukkah labor-day last-month last-night last-week
    last-year leap-day memorial-day midnight mon monday new-year new-year's overnight passover ramadan saturday
    sunday thanksgiving this-afternoon this-evening this-morning this-week this-weekend this-year thurs thursday
    tmrw today tomorrow tonight tues tuesday wed wednesday xmas yesterday`,
  month: `apr april aug august dec december feb february jan january jul july jun june march nov november oct october
    sep sept september spring summer winter`,
  hospital: `children's county dorms downstairs downtown floor general hospital kaiser mayo memorial mercy methodist mgh
    mountain-view nursing-home presbyterian rehab sinai sutter ucla ucsf upstairs va`,
  origin: `aboriginal afghan amish asylum burmese cambodian cherokee congolese creole cuban deported ethiopian filipino
    guatemalan haitian hasid hasidic hmong honduran iranian iraqi jehovah's kiche maori mennonite navajo nepali
    oaxaca polish portuguese quechua reservation roma russian salvadoran sikh somali speaks-only sudanese syrian
    tigrinya ukrainian undocumented venezuelan vietnamese witnesses yemeni`,
  look: `adopted bald cops cuffed cuffs custody deaf divorced dreadlocks estranged evicted ex-con eye-patch felon fled
    giant handcuffed handcuffs identical jail lb lottery mohawk mute naked nonbinary one-armed one-eyed
    one-legged orphan orphaned parole police prison probation redhead rikers shackled shackles sings surrogate
    tattoo tattooed trans transgender turban widow widowed`,
  fame: `billboard channel documentary eater everyone-knew facebook famous first-ever gofundme grammy headline
    headlines infamous insta instagram known last-one lawsuit local news newspaper notorious oldest olympic
    olympics on-tv only-case only-man only-one only-patient only-person only-woman papers pulitzer reality
    reality-show record-holder sued suing tiktok trib tv tv-show twitter verdict vip vip's viral you-know
    youngest youtube`,
  which: 'again our who whom whose',
  life: `abuse abused accident apartment apt assault assaulted attack bakery bodega caravan ceremony collision cps
    crash deli dorm earthquake encampment explosion fire flood former foster foster-care foster-home group-home
    halfway-house home-visit homeless hurricane jumped laundromat lived lives lives-alone lives-behind lives-in
    lives-with monastery neighbor's next-door opposite owned owns rape raped rescued retired shelter shooting
    sleeps-at sleeps-in spoke stays-at trailer`,
  secret: `act-normal awkward confidential doesn't-know doesnt-know don't-ask don't-forward don't-mention don't-tell
    dont-ask dont-forward dont-mention dont-tell fake-name hipaa hush keep-quiet kept-quiet not-mention
    not-supposed-to said-nothing say-nothing secret secretly shh shouldn't-know shouldnt-know small-world
    supposed-to-know`,
  naming: `by-name first-name full-name her-name his-name last-name maiden-name name-is name-on named named-after
    real-name surname their-name wristband`,
  study: `abstract article average bmj book case-control case-report case-series chapter co-author cochrane cohort data
    database dataset de-identified doi essay fund grant guideline irb jama journal lab lancet literature
    manuscript median meta-analysis mice mouse nct nejm novel outcomes paper pi placebo pmcid pmid poster project
    protocol publication published r01 randomized registry research retrospective review spreadsheet study survey
    thesis trial wrote-up zebrafish`,
  exam: `acls acted amboss anki answer banana boards cadaver comlex compare deck didactic drill dummy exam fake
    fictional fictitious first-aid flashcard handout hypothetical invented logbook made-up manikin mannequin
    marks megacode mnemonic mock models module nbme orange osce pathoma pbl phantom pig plastic played-by pork q
    qbank question quiz radiopaedia role-play roleplay scenario score scored shelf sim simulated simulation
    sketchy sp standardised standardized stem step1 step2 syllabus textbook trainer usmle uworld vignette viva`,
  fiction: `author bio biography books century characters drama episode fiction freud grey's hbo henrietta-lacks
    historical medieval memoir movie musical netflix novels osler painting patient-zero poem poetry portrait
    series show's song`,
  gathering: `badge calendar campus card choir class clerkship club coffee committee conference cookies coordinator course
    deadline desk dinner donut draft drive elective email emailed ext financial flight folder forms fridays
    grand-rounds group gym handles health-fair hours interviews keys league lecture letter library loan locker
    lunch marathon meeting meets mondays noon office orientation pager panel paperwork parking party phone
    program programme registrar retreat saturdays schedule scheduling seat seminar session slides softball
    sundays talk teaching text thursdays ticket tuesdays video volunteered volunteering volunteers wait-list
    waitlist website wednesdays weekly workshop yoga zoom`,
  career: `advice advised adviser advisor alma-mater alum alumnus always application applied applies applying are
    attending's award baked bakes bday bees before-med bikes birthday born-in borrowed burned-out burnout career
    cat chair chickens chief-resident chief-year climbs cooks cv dating dean degree directs does dog double-major
    drives due-in emerita emeritus engaged enjoys eras evals evaluation every ex-army expert faculty feedback
    fellowship fiance-is founded goat goes grad graduated grandkids grew-up hates herself himself hired hires
    hobbies hobby hopes horses hosts hs i-had i-have interest interested interviewed interviewing job-offer
    joined joining joins keeps kids kind kindergarten knits knows lecturer lends lent license likes lives-near
    loves majored marathons married marries masters match matched matching mba medschool mentored minored moved
    moving mph ms1 ms2 ms3 ms4 my-own myself navy needs never next nominated owes panelist parrot pd peace-corps
    personal-statement pgy1 pgy3 phd plans plays-in position practices pre-med prefers premed prize
    program-director puppy raised recommended recommends residency retire retired-gp retiring rides rotation
    rowed rowing rule runs school sews sings-in skis speaker speaks student studied studies studying surfs swims
    switched taught-us teach teaches tenure testified themselves tip trained training trick turned turning turns
    used-to-be volunteer wants-to wedding-in why worked writes writing wrote years-at`,
  generic: `adults algorithm anybody anyone benefit children everybody generally men mortality patients people percent
    percentage population protocols rates risk someone usually whoever women`,
} as const

/** Words that decide what the words beside them count as. */
export const CONTEXT = {
  /** Capitals of two letters that are nobody's initials. */
  noInitials: `ED ER OR IV CT MI PE ID GI OB IM FM EM MD DO US UK PM AM TV AI QI PI RA TA VA NP PA RN HR IT LA DC SF NY CA
    TX MS MR BP UC UR HN SS NI II OK PT OT CV ML VR PR CS IR GP DM HD FU PO PC AA FT MA PD TB CC HF RV LV AF AV
    EF EP NO DR HM NG UA XR UV LP AC PS TH WY OH CO WA NJ IL WI MN GA NC SC SP FL AZ NM UT OSCE MM IO BM SW RR UG
    PG SO WE HE GU NF PP GN`,
  /** Words that make `patient` no person, before it and behind it. */
  impatientBefore: `always and any are bad be been being better endlessly every extremely good how incredibly is kind mock model
    more most of per practice really simulated so standardised standardized too unfailingly very virtual was with
    worse`,
  impatientBehind: `advocacy advocate answer answers attending care cases centered centred charts communication confidentiality
    contact database day doctor editor education encounter encounters enrollment experience explanation
    explanations flow group groups guide handoff histories history instructor interview interviewing level list
    listener lists load log logs man mentor narratives navigator outcomes panel people person population portal
    preceptor presentation presentations privacy questionnaire reader recruitment registry relations rights
    safety safety-seminar satisfaction simulation soul stories teacher tutor voice volume with-me with-us woman`,
  /** What a doctor does and a patient does not, behind `Mr. Haddad`. */
  doctorsVerbs: `advises coordinates demonstrated did does edits gave gives handles hosts invited leads lectured lectures led
    lent let lets mentored mentors operates organized organizes owns pimped presented runs showed shows
    supervised supervises talked talks taught teach teaches trained writes wrote`,
  /** What a number counts, so that it is no room and no age. */
  counted: `admissions adults am applicants attendings ave beds blocks cards cases centers centres charts children
    clinics copies countries day days dollars fellows hospitals hour hours hr hrs interviews items k kg kids km l
    languages lbs letters marks men mg miles min mins minute minutes ml mo month months over pages papers
    patients people percent persons pm points programmes programs pts publications questions rd residents rooms
    seconds sessions sites st street students studies times trials units volunteers ways week weeks wk wks women
    words year years yr yrs`,
  /** What a long number is when it is no record number. */
  otherNumbers: `aamc amcas article badge box call cell code dataset dea doi eras ext extension fax flight form genbank geo
    grant invoice irb isbn issn library licence license locker login module museum nct npi orcid order pager
    passcode phone pin pmcid pmid protocol registration room score seat sra student study tel text ticket
    tracking trial usd usmle zip zoom`,
  /** Short words that are illnesses only in capitals: `PE` and not `pe`. */
  capitals: `adem aids all als aps bx ca cap cps ect ed ef er gist hsp ich itp lad mac mds mets mi ms nas nash nec net od
    or pe pots pres prom sah sci sle tb tet tia uc va`,
  /** Words that end like an illness or an operation. */
  shapeless: `academia apathy apoptosis aroma autobiography batman beforehand bibliography biography bohemia diagnosis
    dichotomy diploma empathy firsthand geography german grandmaster homeopathy human hypnosis manchuria meiosis
    metamorphosis mitosis norman nostalgia oklahoma osmosis osteopathy paloma photography prognosis roman
    secondhand sonoma superman symbiosis sympathy symposia tacoma telepathy webmaster`,
  /** Relatives: a patient's, or a colleague's. */
  kin: `aunt boyfriend brother brother-in-law brothers child cousin dad daughter daughters family father
    father-in-law fiance fiancee foster-dad foster-mom foster-mother girlfriend godfather godmother godson
    granddaughter grandfather grandma grandmother grandpa grandparents grandson granny great-grandfather
    great-grandmother half-brother half-sister husband in-laws kid mom mother mother-in-law mum nana nephew niece
    parents partner roommate sister sister-in-law sisters son sons step-dad step-mom stepbrother stepdad
    stepdaughter stepfather stepmom stepmother stepsister stepson uncle wife`,
  /** Before the name of a patient, seldom of a colleague. */
  titles: `alhaja alhaji aling amma ate auntie aunty baba bibi chacha cik don dona doña encik frau hajia herr ibu khala
    kuya lola lolo madame mama mang miss mme monsieur mr mrs ms mx mzee nanay nonna nonno oga oma opa pak pan
    pani senor senora señor señora shri signor signora skipper smt sr sra srta tante tatay tia tio tita tito tía
    tío uncle`,
  /** Behind which a bare first name is a patient's. */
  epithets: `abuela abuelo alderman baby called captain colonel councilman councilwoman grandma grandpa granny judge lil
    lil' little lost named nana old patient poor pt senator sergeant tiny`,
  /** Behind `the Nguyen`. */
  bornWith: `babies baby baby's boy boys brothers case couple family girl girls infant infant's kid kids lady man newborn
    siblings sisters triplet triplets twin twins woman`,
  /** Behind `Ms. Ortiz` and `Ms. Ortiz the`: somebody who works here. */
  staff: `administrator attending attg author cardiologist caseworker chaplain chief classmate clerk colleague
    consultant coordinator dean desk dietitian doc doctor educator estates everyone facilitator fellow forms
    guy-who handles instructor intern interpreter lecturer librarian loan manager maternity mentor np nurse
    nurses office ones ortho pa paperwork people person pharmacist pharmacy physician preceptor prof professor
    receptionist reg registrar resident rn scheduler secretary speaker student students surgeon teacher tech
    therapist volunteer worker`,
  /** Behind `the guy who`: a colleague. */
  teaches: `gave give gives hosts invited knows leads lectured lectures led mentored mentors organizes pimped ran runs
    showed shows supervised supervises taught teaches trained trains wants wrote`,
  /** Behind which `the` points at somebody or something that is known. */
  pointing: `about after by caught did fixed found from gave got had held lost met of on put saw told took w was with`,
} as const
