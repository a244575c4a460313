import { concept } from './concept.ts';

/** Who is who in and around a school. */
export const people = [
  concept(
    'pupil',
    `pupil, child, kid, student, learner, young person, young people, minor, youngster, kiddie, little one, boy, girl,
     lad, teenager, teen, under 18, eighteen, schoolchild, class member, year group, infant, junior, tot, kiddo, bairn,
     my class, our class, the class, children and young people, reception child, sixth former, prefect, tutee, form`,
  ),
  concept(
    'former-pupil',
    `former pupil, former student, ex pupil, ex student, past pupil, past student, old pupil, old student, alumni, alumnus,
     school leaver, used to teach, left the school, left last year, left year 6, left year 11, leaver, left school, have left`,
    'pupil',
  ),
  concept(
    'parent',
    `parent, carer, mum, dad, mother, father, mam, mummy, daddy, guardian, family, families, home, foster carer, step parent,
     stepdad, stepmum, grandparent, grandma, nan, granny, grandad, next of kin, parental responsibility, pta, ptfa,
     parents and carers, childs family, folks, relative`,
  ),
  concept(
    'staff',
    `staff, employee, member of staff, staff member, adult, worker, personnel, workforce, colleague, team member, workmate,
     co worker, practitioner, professional, everyone who works here, people who work here, adults who work, work force, staffroom,
     all of us, the team, school team, payroll, paid staff, adult working in school, adults in school`,
  ),
  concept(
    'teacher',
    `teacher, class teacher, teaching staff, form tutor, tutor, subject lead, subject leader, head of year, head of department,
     hod, hoy, ect, nqt, early career teacher, trainee teacher, student teacher, pgce, lecturer, instructor, music teacher,
     peripatetic, coach, sports coach`,
    'staff',
  ),
  concept(
    'support-staff',
    `teaching assistant, ta, tas, hlta, lsa, learning support assistant, support staff, one to one, cover supervisor, midday supervisor,
     lunchtime supervisor, dinner lady, dinner ladies, lunchtime staff, technician, admin staff, non teaching staff, librarian,
     classroom assistant, mealtime assistant, welfare assistant`,
    'staff',
  ),
  concept(
    'temporary-staff',
    `supply, supply teacher, supply staff, agency, agency staff, agency worker, cover teacher, temp, temporary staff,
     casual worker, bank staff, locum, seconded, fixed term, not employed directly, self employed, freelance, casual staff`,
    'staff',
  ),
  concept(
    'volunteer',
    `volunteer, helper, parent helper, reading helper, work experience, placement, student on placement, trainee, apprentice, unpaid,
     voluntary, helping out, intern, helps out, volunteering, parent volunteer, mums who help, parents who help`,
  ),
  concept(
    'contractor',
    `contractor, builder, tradesman, tradesperson, plumber, electrician, engineer, cleaner, cleaning company, catering company,
     third party supplier, external provider, outside provider, service provider, supplier, subcontractor, workman, workmen,
     delivery driver, vendor, photographer, window cleaner, maintenance company, external contractor`,
  ),
  concept(
    'visitor',
    `visitor, guest, guest speaker, speaker, visiting speaker, visiting professional, outside speaker, person on site, stranger,
     unknown person, intruder, unauthorised person, someone on site, caller, trespasser, people coming in, comes into school, author visit`,
  ),
  concept(
    'headteacher',
    `head, headteacher, head teacher, headmaster, headmistress, principal, executive head, executive headteacher, exec head,
     head of school, acting head, the boss, boss, setting manager, nursery manager, centre manager, ht, heads office, proprietor`,
    'senior-leaders',
  ),
  concept(
    'senior-leaders',
    `slt, smt, senior leader, senior leadership, senior leadership team, senior management, senior management team, leadership team,
     senior member of staff, senior staff, senior manager, senior colleague, leadership, management, deputy head, assistant head,
     vice principal, ahead, deputy headteacher, assistant headteacher, higher ups, phase leader, management team, manager`,
  ),
  concept(
    'line-manager',
    `line manager, manager, supervisor, my manager, team leader, reports to, room leader, mentor, performance manager, appraiser,
     head of department, immediate manager`,
  ),
  concept(
    'governors',
    `governor, governing body, governing board, board of governors, chair of governors, chair, trustee, trust board, board, academy trust,
     mat, multi academy trust, directors, committee, management committee, governors, link governor, safeguarding governor, local governing body, lgb,
     clerk to the governors, owner, registered person, registered provider`,
  ),
  concept(
    'safeguarding-lead',
    `dsl, designated safeguarding lead, safeguarding lead, safeguarding officer, child protection officer, cpo, designated person,
     designated teacher, child protection lead, designated lead, safeguarding team, ddsl, deputy dsl, deputy safeguarding lead,
     lead safeguarding, named person, dsp, child protection coordinator, designated senior person, safeguarding coordinator, cp lead,
     safeguarding person, lead practitioner, child protection person, deputy designated, safeguarding lady`,
  ),
  concept(
    'ict-lead',
    `ict lead, it lead, ict manager, it manager, network manager, ict support, it support, it helpdesk, helpdesk, it technician,
     it department, it team, the techie, it guy, it person, computing lead, computing coordinator, ict coordinator, network administrator,
     system administrator, systems manager, tech support, online safety lead, e safety coordinator, esafety officer, e safety officer,
     online safety coordinator, ict technician, techies, it services, ict team, it people, ict department`,
  ),
  concept(
    'data-protection-officer',
    `dpo, data protection officer, data protection lead, data controller, data protection manager, information governance, gdpr lead,
     gdpr officer, data lead, information asset owner, sar lead`,
  ),
  concept(
    'hr',
    `hr, human resources, personnel department, hr adviser, hr department, hr team, people team, personnel officer, hr provider`,
  ),
  concept(
    'office',
    `office, school office, main office, reception, receptionist, admin, front desk, school secretary, secretary, administrator, office manager,
     business manager, sbm, bursar, finance officer, finance office, front office, admin team, office staff, ladies in the office, finance team`,
  ),
  concept(
    'site-staff',
    `caretaker, site manager, site team, premises manager, site staff, premises officer, janitor, site supervisor, key holder, facilities`,
    'staff',
  ),
  concept(
    'inclusion-lead',
    `senco, sendco, senco team, inclusion lead, special needs coordinator, inclusion manager, send lead, educational psychologist, ed psych, ehcp coordinator`,
  ),
  concept(
    'local-authority',
    `local authority, la, council, county council, county hall, borough, education department, children's services, childrens services, lea, the authority,
     city council, education welfare, ewo, education welfare officer`,
  ),
  concept(
    'lado',
    `lado, local authority designated officer, designated officer, allegations officer, position of trust officer`,
    'local-authority',
  ),
  concept(
    'social-care',
    `social care, social worker, social services, mash, multi agency safeguarding hub, front door, early help, children's social care,
     childrens social care, first response, single point of access, safeguarding hub, duty team, safeguarding partners, safeguarding board, lscb,
     family support worker, early help team, child protection team, cafcass, duty social worker`,
  ),
  concept(
    'police',
    `police, 999, 101, officer, cops, copper, constable, crime number, law enforcement, pcso, emergency services, arrest, ceop`,
  ),
  concept(
    'regulator',
    `ofsted, inspector, inspection, inspectorate, isi, estyn, dfe, department for education, secretary of state, regulator, teaching regulation agency, tra,
     ico, information commissioner, hse, health and safety executive, care inspectorate, regulatory body, commissioner`,
  ),
  concept(
    'outside-agency',
    `outside agency, external agency, agencies, other professionals, multi agency, third party, third parties, outside organisation,
     external organisation, another organisation, other agencies, outside people, people outside school, partner organisation, outsider, external body,
     nspcc, charity, partner agency, other services, another setting, camhs, health visitor, school nurse, speech therapist`,
  ),
  concept(
    'media-press',
    `press, journalist, reporter, newspaper, media enquiry, local paper, tv, radio, news, press release, press enquiry, media interest, paparazzi, publicity`,
  ),
  concept(
    'union',
    `union, trade union, rep, union rep, representative, professional association, neu, nasuwt, unison, gmb, companion, accompanied, workplace colleague, acas,
     naht, bring someone with me`,
  ),
  concept(
    'friend',
    `friend, mate, pal, acquaintance, partner, husband, wife, spouse, boyfriend, girlfriend, relatives, family member, family friend, neighbour, my own family,
     own child, own children, sibling, brother, sister, relative, personal contact, people i know, people we know socially`,
  ),
];
