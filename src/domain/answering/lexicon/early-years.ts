import { concept } from './concept.ts';

/** Nurseries, pre-schools and childminders. */
export const earlyYears = [
  concept(
    'setting',
    `setting, nursery, pre school, preschool, playgroup, school, academy, centre, childminder, early years, eyfs,
     foundation stage, children's centre, kindergarten, creche, provision, day nursery,
     early years foundation stage, reception class, foundation unit, out of school club, college, primary,
     secondary, our place, organisation, workplace, baby room, toddler room, childcare`,
  ),
  concept(
    'baby',
    `baby, toddler, under two, under 2, newborn, 2 year old, two year old, three year old, four year old,
     rising five, tiny, crawler, bottle, dummy, weaning, pushchair, pram`,
    'pupil',
  ),
  concept(
    'key-person',
    `key person, key worker, keyworker, key carer, buddy, settling in, attachment, key child, co key person,
     key group`,
  ),
  concept(
    'early-years-lead',
    `nursery manager, manager, supervisor, room leader, deputy manager, pre school leader, play leader, leader,
     chairperson, owner, registered person, person in charge, setting leader, childminder, nursery nurse,
     nominated individual, early years teacher, early years professional, officer in charge, preschool leader,
     playleader, nursery staff, registered provider, pre school manager`,
  ),
  concept(
    'ofsted-notify',
    `notify ofsted, tell ofsted, 14 days, ofsted notification, significant event, change of manager,
     serious accident, inform ofsted, registration, ofsted registration, certificate of registration,
     contact ofsted, let ofsted know, ofsted number`,
  ),
  concept(
    'development-check',
    `two year check, progress check, development matters, learning journal, profile, tracking, assessment,
     milestones, early learning goal, observation, baseline, next steps, tapestry, record of progress, red book,
     learning story`,
  ),
  concept(
    'food-safety',
    `bottle feed, formula, breast milk, choking, weaning, grapes, food allergy, cut grapes, highchair,
     supervise eating, food preparation, sterilise, high chair, bottles, cut up food`,
  ),
  concept(
    'existing-injury',
    `existing injury, arrived with a bruise, pre existing injury, incident from home, injury at home, arrived with,
     came in with, accidents at home, comes in with, turned up with, marks on arrival, previous injury,
     prior injury, bruise when they arrived`,
  ),
  concept(
    'fees',
    `fees, funded hours, 30 hours, 15 hours, free entitlement, late fee, invoice, funded place, two year funding,
     childcare vouchers, tax free childcare, late payment, sessions, extra session, funding, registration fee,
     late collection charge`,
  ),
  concept(
    'physical-environment',
    `garden, sandpit, soft play, climbing equipment, sleep room, outdoor, cleaning, daily check, stair gate,
     safety gate, plug sockets, nappy area, kitchen door, risk check, opening checks`,
  ),
];
