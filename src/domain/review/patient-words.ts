/**
 * What the words of the patient check count as. A row is a kind of evidence; what each kind is worth and how
 * it is said stands in `patient-kinds.ts`.
 */
export const WORDS = {
  patient: "frequent-flier frequent-flyer inpatient paciente patient patient's pt pt's pts",
  person: `abuela auntie babies baby backpacker biker bloke boy boys bride camper chap child climber couple cyclist
    dude elderly fella female gal gent gentleman girl girls groom guy hiker hoarder infant inmate kid lad
    lady lass male mama man mom mother mum neonate newborn newlywed newlyweds old-timer passenger pedestrian
    pensioner person preemie prisoner quadruplets runaway schoolboy schoolgirl siblings stowaway survivor
    teen teenager toddler tourist triplets tween twins vet veteran victim weeker weekers widower woman
    youngster`,
  ours: 'our-floor our-icu our-list our-service our-team our-unit our-ward',
  role: `accountant actor actress admiral ambassador anchor anchorwoman architect artist astronaut asylum-seeker
    athlete attorney au-pair babysitter baker ballerina banker barber barista barman bartender beekeeper
    billionaire bishop blogger bodybuilder bodyguard bouncer bowler boxer brewer bricklayer broker
    bus-driver businessman butcher captain caretaker carpenter cashier cellist ceo chauffeur cheerleader
    chef chief clown coach cobbler college-student colonel concierge conductor congressman
    congresswoman construction-worker contractor cook cop councilman cowboy cricketer crossing-guard
    custodian dairy-farmer dancer deacon dealer dentist deputy detective diplomat director dishwasher diver
    dj doorman driver drummer electrician engineer exchange-student farmer fire-chief firefighter fireman
    fisher fisherman flight-attendant florist footballer freshman gamer gardener goalie goalkeeper golfer
    governor grad-student greengrocer grocer guard gymnast hairdresser handyman headmaster heiress historian
    homemaker host housekeeper housewife hunter imam immigrant influencer inspector investigator jackaroo
    janitor jeweler jeweller jillaroo jockey journalist judge karate landlord lawyer librarian lifeguard
    linebacker linguist locksmith logger lumberjack lunch-lady magician maid mail-carrier mailman
    marathoner marine mason mathematician mayor mechanic migrant miner minister mobster monk mortician
    musician nanny neighbor neighbour newscaster novelist nun oarsman officer organist owner painter
    paramedic paratrooper pastor pharmacist philosopher physicist pianist pilot pitcher player plumber
    podcaster poet policeman politician postman potter preacher priest prince princess principal programmer
    publican puppeteer quarterback rabbi racer rancher rapper realtor referee refugee reporter retiree
    roofer rower runner sailor schoolteacher scientist sculptor seamstress secretary security-guard
    seminarian senator sergeant sex-worker shepherd sheriff shopkeeper singer skater skier snowboarder
    soldier sophomore sprinter steelworker stewardess streamer striker stripper stuntman surfer swimmer
    tailor tattooist taxi-driver teacher trader translator trapper triathlete truck-driver trucker
    uber-driver undergrad undertaker valedictorian valet veterinarian vicar vineyard violinist waiter
    waitress warden watchmaker weatherman weaver welder winemaker wrestler writer youtuber zookeeper`,
  detail: `aboriginal across-from adopted afghan amish bald bbc billboard birthday blind brewery bridge building's
    burmese cambodian campsite cannery caravan celebrity church commune congolese convent convict cuban
    cuffed cult deaf deported divorced dreadlocks drives encampment engaged eritrean estranged ethiopian
    evicted ex ex-con facebook famous filipino first-ever fled former foster grandkids group-home guatemalan
    haitian handcuffed handcuffs headlines hmong homeless honduran identical instagram iranian iraqi jail
    jehovah's kids lived lives lives-alone lives-behind lives-in lives-with local lottery maori mennonite
    monastery mosque mute navajo neighbor's nepali newspaper next-door nonverbal olympic one-legged
    only-case only-one only-patient only-person opposite orphan owns parole plays police polish
    portuguese pregnant prison quarry redhead reservation retired ring roma russian salvadoran samoan
    shackled shelter sings somali speaks spoke sudanese surrogate syrian tattoo tattooed tattoos teaches
    temple tiktok tongan trailer trans transgender tv ukrainian undocumented used-to venezuelan vietnamese
    viral wedding wheelchair who whose widow widowed`,
  illness: `aaa abruption abscess accreta achalasia achondroplasia acidosis acromegaly addict addiction addison's
    adhd adpkd afib aids aki alcoholic all als alzheimer's aml amputee anaphylactic anaphylaxis
    anemia anemic aneurysm angioedema anorexia anorexic anthrax ards arrest arrhythmia ascites asthma autism
    autistic behcet's bell's bipolar bitten blastoma bleed bleeding blindness borderline botulism bpd
    brain-dead breech bronchiolitis bruised bruises bulimia burn burned burns c-diff ca cancer cancers
    carcinoid cataract catatonia catatonic cauda cdh cdiff cellulitic cf chest-pain chf chiari chickenpox
    chlamydia choked cholera cirrhosis cirrhotic cjd ckd claudication cleft cll clot clots cml cmv collapse
    collapsed coma comatose concussion conjoined copd covid creutzfeldt-jakob crisis crohn's croup crushed
    crypto cushing's cva cyst cystic-fibrosis cysts dcis deafness defect deformity degloved delirious
    delirium delusional delusions dementia dengue depression diabetes diabetic dic disease dislocated
    dislocation disorder dissection dka down's drowned drowning drunk dts dvt dwarfism ebola ebv eclampsia
    eclamptic ectopic eczema ehlers-danlos ejected electrocuted embolism encephalopathic endocarditis
    endometriosis epilepsy esrd etoh failure fainted fainting fever fevers fibroids fistula flu fontan
    fournier's fracture fractured frostbite fsgs fx gallstone gallstones gangrene gastroschisis gbm gbs gca
    gdm gerd gib glaucoma goiter gonorrhea gout gsw guillain-barre guillain-barré gunshot
    haemorrhage hallucinations hanged hashimoto's hcc headache heart-attack heart-block heart-failure hellp
    hemophilia hemoptysis hemorrhage hep hernia herpes hfpef hfref hirschsprung's hiv hives hlh hlhs
    hodgkin's hpv hsv htn huntington's hus hydrocephalus hypercalcemia hyperemesis hypertension hyperthyroid
    hypoglycemic hypothermia hypothermic hypothyroid hypoxic ibd ich impaled incontinence infarct infarction
    infected infection infertility injuries intussusception ischemic itp iufd ivh jaundice kawasaki
    kernicterus kidney-stone kidney-stones klatskin klinefelter korsakoff lac laceration leprosy lesion
    lesions locked-in lupus lyme lymphedema malaria mania manic marfan mass mauled mds measles metastases
    metastatic mets mi migraine miscarriage molar motorcycle mrsa ms mumps murmur mutation mva mvc
    myasthenia nash nec necrotic nephrotic nf1 nodule nof nph nsclc nstemi obstruction ocd od od'd
    od'ing omphalocele organophosphorus osteo overdose overdosed palsy papilledema paralysis paralyzed
    paraplegic parkinson's pe pemphigus perf'd perforated perforation pertussis pheo pid pjp pkd pmr
    pneumonia poisoning polio polyp polyps porphyria pph pprom prader-willi preeclampsia previa priapism
    prolapse pseudogout psoriasis psychosis psychotic ptsd q-fever rabies rash rds relapse rett rhabdo rhd
    rickets rsv rupture ruptured sacral sah sarcoid sarcoma sbo scd schizophrenia sci sclc scleroderma
    scoliosis scurvy sdh seizure seizures self-harm sepsis septic shingles shock shot sickle sjogren's sjs
    sle snakebite spina-bifida stabbed stabbing stemi stenosis sti stillbirth stillborn stones strangled
    stroke stroked strokes suicidal suicide svt swallowed syncope syndrom syndrome syphilis t1dm t2dm
    tamponade tb tbi tetanus tetany tetralogy tga tia torsion trisomy ttp tumor tumors tumour tumour's
    typhoid uc ulcer ulceration ulcers uti varices vegetative vertigo vfib vhl volvulus vsd vtach vwd
    wernicke's whooping-cough withdrawal wounds`,
  operation: `ablated ablation abortion amputated amputation anesthetized angio angiogram appe appendectomy appy
    art-line autopsy banding biopsied biopsy bronch bronchoscopy bx bypass c-section c/s cabg caesarean
    cardioversion cath central-line cesarean chemo chest-tube chole cholecystectomy choles circumcision
    clipping code coded coiling colostomy compressions cpr craniotomy csection d&c debridement delivered
    delivery dialysis dilation discectomy drain drainage ecmo ect egd embolization ercp exchange extraction
    fixation flap forceps fusion graft grafts hartmann hartmann's hemicolectomy hip-replacement hysterectomy
    icd induction intubate intubating intubation iud ivf knee-replacement laminectomy lap lap-chole lp
    lumbar-puncture lumpectomy lvad nissen operated orif ostomy pacemaker para paracentesis pci peg
    pericardiocentesis port post-op postop pre-op preop radiation radiotherapy reduction replantation
    resuscitated resuscitation rosc s/p scope scoped shocked shunt sleeve stent stented stoma surgery-on
    tavr thora thoracostomy thoracotomy thrombolysis tpa trach tracheostomy transfused transfusion
    transplant transplanted underwent vacuum vasectomy vbac vp whipple`,
  care: `5150 a&ox3 a&ox4 abdomen abdominal abg abuse abx accident admitted-to agitated allergic ama ambulance
    anesthesia ankle antibiotics anticoagulation aox3 arm arms assault assaulted attempt auscultated awake
    back-pain bad-news bag-masked bedbound bedside belly bipap birth bladder bled blood bloods bmi bolus
    bowel bp brain breast breastfeeding bypassed came-back cannula cannulated cap cardiac case cast catheter
    ccu cell census cerner cervical chart chemo-round chest clerk clerked clerking cmo collapsed-lung colon
    comfort-care condition confused confusion consent consented consult consulted contraction contractions
    cough coughing cpap cps crash creatinine ct culture cultures custody cvicu cxr desatted detox diagnosed
    diagnosis diaper diarrhea discharge-planning dispo dizziness dizzy dka-protocol dnr donor dose dosed
    dressing drip dv dx dx'd dying eating ecg echo ed eeg ekg ems epic epidural er exam examined eyes
    family-meeting feeding feeding-tube fell film finger fingers foley follow-up foot foster-care fundus
    funeral gait gastric gestation gestational goals-of-care goc gtube h&p hallucinating handoff hcg hct hdu
    hearing heart heart-rate heparin hfov hgb hip hospice hpi hurt hx ill incision infusion injured injury
    inr insulin interpreter ipv itu iv iv-in ivs jaw kidney knee labor labour labs lactate lasix leave-ama
    leg legs life-support lines list liver lung meds meth micu morphine mri narcan nausea neglect neuro news
    nicu night-float nodules npo obs opd organs oriented ovarian oxygen pacs pain painful palliative
    pancreatic paralysed path pathology peg-tube pelvic pelvis percussed pet photos picc picu placenta
    platelets pneumothorax pos postpartum potassium pregnancy prerounds present presented presenting
    pressors prn procedure prostate psa psych pulse pump pus pushing rape raped recovery reflexes refused
    refuses refusing relapsed renal report restraints result results retractor rib ribs rounded rounding
    rounds sats scan screaming scrub scrubbed section section-8 sedated sedation seized seizing shoulder
    sick sicu sign-out signout skin skull slide speech spine spleen splint sputum stage staples stitches
    stomach stool strip surgery suture sutured swab swelling symptoms tele test tested testicular theatre
    therapy throat thrombolysed thyroid toe toes tox tpn translate translated trauma treated triage
    trimester troponin tube unconscious unresponsive urine vaccines vanc venflon vent ventilated ventilator
    vision vitals voices vomited vomiting walked-in walker walks wants-out ward warfarin wbc weeks weight
    wks workup wound wrist wristband x-ray x-rays xray`,
  stay: `adm admission admit admits admitted arrested bounced-back brought-in came-in coding crashing d/c d/c'd
    d/c'ed dc'd dced decompensated died discharge discharged drove-herself drove-himself eloped expired
    extubated hospitalised hospitalized intubated left-ama los lost-her lost-her-baby lost-him lost-the-baby
    lost-their-baby no-longer-with passed passed-away presented-with pronounced readmission readmitted
    rolled-in transferred went-home withdrew`,
  weekday: `1am 2-am 2am 3-am 3am 4-am 4am 5-am 5am 6am ago christmas diwali easter fri friday friday's halloween
    labor-day last-fall last-month last-night last-spring last-summer last-week last-winter
    last-year midnight mon monday monday's new-year new-year's overnight saturday saturday's sunday sunday's
    thanksgiving this-afternoon this-evening this-fall this-morning this-spring this-summer this-week
    this-weekend this-winter this-year thurs thursday thursday's tmrw today tomorrow tonight tues tuesday
    tuesday's wed wednesday wednesday's yesterday`,
  month: `apr april aug august dec december fall feb february jan january jul july jun june march nov november oct
    october sep sept september spring summer winter`,
  hospital: `children's county dorms downstairs downtown floor general hospital icu kaiser mayo memorial mercy
    methodist mgh mountain-view nursing-home presbyterian rehab sinai snf sutter ucla ucsf unit upstairs va`,
  study: `abstract article articles authored bmj book case-control case-report chapter co-author coauthor cohort
    collaborator data database dataset doi essay fund grant grants guideline guidelines irb jama journal lab
    lancet literature manuscript meta meta-analysis mice model mouse nct nejm novel outcomes paper papers pi
    pmcid pmid poster preprint project protocol publication published r01 registry renewal research review
    reviews revision spreadsheet spss statistics study submission survey thesis trial vaccine wrote-up
    zebrafish`,
  exam: `acls amboss anki boards curriculum deck flashcards logbook manikin mannequin marks megacode mock nbme
    osce pathoma pearl percentile qbank question questions quiz score scored shelf sim simulated sketchy sp
    standardised standardized stem step1 step2 syllabus textbook usmle uworld vignette vignettes viva`,
  gathering: `apartment badge bake building cabin camp campus card choir class club committee conference course dean's
    desk dinner donated donuts dorm elective fair financial flight form fridays fundraiser group gym
    health-fair highway interviews jury keys league lecture lectures library loan locker lounge marathon
    meeting meets mess module mondays office orientation panel parking party passcode podcast printer
    program programme retreat saturdays seat seminar session sessions simulation slides sundays talk talks
    teaching thursdays ticket tuesdays video volunteered volunteering volunteers wait-list waitlist
    wednesdays weekly workshop zoom`,
  staff: 'clerkship coordinator estates forms handles paperwork registrar scheduling',
  career: `advice advised alma-mater alum alumna alumnus application applications applied applying attending's
    author before-med career chair chairs chief-resident chief-year cooks cv degree directs emerita emeritus
    eras expert faculty fellowship founded goes gp grad graduated grew-up hates herself himself hired
    hobbies hobby hosts interest interested interests job-offer keeps licence license lives-near loves
    married masters match matched mba med-school medical-school medschool mentoring moved mph ms1 ms2 ms3
    ms4 pd personal-statement pgy1 pgy2 pgy3 phd position practices pre-med premed recommended recommends
    residency residency-director retired-gp retires retiring runs speaker studied studies swims switched
    teaches-the testified trained training volunteer worked years-at`,
} as const
/** Capitals of two letters that are nobody's initials. */
export const NO_INITIALS = `ED ER OR IV CT MI PE ID GI OB IM FM EM MD DO US UK PM AM TV AI QI PI RA TA VA NP PA RN HR IT LA DC SF NY
  CA TX MS MR BP UC UR HN SS NI II OK PT OT CV ML VR PR CS IR GP DM HD FU PO PC AA FT MA PD TB CC HF RV LV
  AF AV EF EP NO DR HM NG UA XR UV LP AC PS TH WY OH CO WA NJ IL WI MN GA NC SC SP FL AZ NM UT OSCE MM IO
  BM SW RR UG PG SO WE HE GU NF PP GN`
/** Words that make `patient` no person, before it and behind it. */
export const IMPATIENT_BEFORE = `standardized standardised simulated mock virtual practice model is was be been are so very more most too
  really incredibly how extremely being per unfailingly endlessly always and kind of every any with worse
  better good bad`
export const IMPATIENT_BEHIND = `safety care education advocacy experience outcomes navigator population interviewing interview centered
  centred contact panel simulation encounter encounters communication volume relations advocate day portal
  database registry cases presentation presentations charts history histories list lists load flow logs
  log handoff stories narratives teacher mentor listener tutor attending explanation explanations person
  people doctor instructor preceptor editor reader guide soul voice answer answers man woman questionnaire
  satisfaction privacy confidentiality enrollment recruitment level groups group rights with-me with-us
  safety-seminar`
/** What a doctor does and a patient does not, behind `Mr. Haddad`. */
export const DOCTORS_VERBS = `let lets does did showed shows teaches taught supervised handles runs operates demonstrated gives gave
  pimped`
/** What a number counts, so that it is no room and no age. */
export const COUNTED = `minute minutes min mins hour hours hr hrs day days week weeks wk wks month months mo year years yr yrs
  percent patients pts people persons adults children women men cases students residents programs
  programmes beds rooms sites centers centres hospitals clinics studies trials countries languages words
  ways times points pages miles dollars charts papers am pm applicants interviews questions over mg ml kg
  lbs l units seconds sessions rd street st ave kids km k blocks cards marks items admissions letters
  volunteers copies fellows attendings publications`
/** What a long number is when it is no record number. */
export const OTHER_NUMBERS = `pmid pmcid irb grant nct zoom aamc amcas eras npi dea phone ext extension pager cell fax tel badge orcid
  doi isbn issn locker code passcode pin licence license invoice order ticket tracking student module room
  form article study trial protocol registration score call text usd box zip login seat flight usmle
  library genbank geo sra museum dataset`
/** Short words that are illnesses only in capitals: `PE` and not `pe`. */
export const CAPITALS = `als ms mi pe tb aids ich nash all ca od sci mds nec molar`
/** Words that end like an illness or an operation. */
export const SHAPELESS = `diagnosis prognosis empathy sympathy academia hypnosis symposia diploma aroma oklahoma tacoma sonoma
  paloma nostalgia osmosis symbiosis apoptosis mitosis meiosis homeopathy osteopathy apathy telepathy
  bohemia manchuria metamorphosis photography biography geography bibliography dichotomy autobiography`

/** Relatives: a patient's, or a colleague's. */
export const KIN = `husband wife brother sister son daughter dad father mum mother mom stepdad stepfather stepmom stepmother
  aunt uncle cousin niece nephew grandmother grandfather grandma grandpa granddaughter grandson
  grandparents parents nana granny partner boyfriend girlfriend fiance fiancee mother-in-law
  father-in-law great-grandmother great-grandfather child kid sons daughters brothers sisters roommate
  family`
