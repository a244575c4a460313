import { concept } from './concept.ts';

/** Recruiting, vetting, training and employing staff. */
export const staffing = [
  concept(
    'recruitment',
    `recruit, appoint, hire, interview, shortlist, vacancy, advert, job application, application form, job,
     selection, safer recruitment, candidate, applicant, cv, job description, take on new staff, employ,
     person specification, interview panel, new staff, online search, advertise a post, taking on,
     conditional offer, job offer, selection process, advertised, gap in employment, employment gap,
     employment history, panel, taking on staff, new recruits`,
  ),
  concept(
    'vetting',
    `dbs, dbs check, crb, criminal records check, police check, vetting, background check, enhanced dbs, barred list,
     list 99, single central record, scr, prohibition check, section 128, overseas check, right to work,
     disclosure and barring, disclosure and barring service, update service, clearance, vetting checks,
     checks before starting, start before dbs, checked, enhanced disclosure, isa,
     independent safeguarding authority, suitability checks, pre employment check, barring,
     certificate of good conduct, qualifications check, teacher prohibition, regulated activity, identity check,
     suitable person, suitability, suitable to work with children, criminal records bureau, identity documents,
     crb check, safeguarding checks, medical fitness, childcare disqualification, dbs certificate, dbs number`,
  ),
  concept(
    'reference',
    `reference, referee, testimonial, last employer, previous employer, character reference, write a reference,
     settlement agreement, two references, current employer`,
  ),
  concept(
    'training',
    `training, inset, cpd, course, professional development, refresher, induction, twilight, e learning, level 3,
     qualification, train, certificate, workshop, learn how, updates, induction training, refresher training,
     online training, safeguarding training, retrain, staff development, training day, nvq, qualified, inset day,
     briefing, webinar, ongoing training, awareness training, level 2, training record, trained in,
     national college, learning and development`,
  ),
  concept(
    'induction',
    `induction, probation, probationary, new staff training, starter pack, onboarding, mentor, probation period,
     given a copy, on appointment, induction pack, first week, shadowing, probationary period, staff handbook`,
  ),
  concept(
    'appraisal',
    `appraisal, performance management, capability, observation, targets, objective, pay progression, underperform,
     performance, supervision meeting, lesson observation, review meeting, peer observation, learning walk,
     informal support plan, support plan, target setting, struggling teacher, one to one supervision, pay rise,
     threshold, career`,
  ),
  concept(
    'sick-leave',
    `sick leave, off sick, sick note, fit note, sickness absence, ring in sick, phone in sick, return to work,
     self certificate, sick pay, call in sick, self certify, return to work interview, too ill to work,
     doctor's note, long term sick, sickness, phased return, statutory sick pay, absence from work, poorly,
     unfit for work, reporting absence, not well enough`,
  ),
  concept(
    'leave-of-absence',
    `leave of absence, time off, compassionate leave, bereavement, funeral, dentist, appointment, special leave,
     jury service, dependants leave, wedding, unpaid leave, annual leave, graduation, doctors appointment,
     emergency leave, time off for dependants, domestic emergency, moving house, interview, time off in lieu, toil,
     paid leave, child is ill, hospital appointment, family emergency, carers leave, holiday entitlement, day off,
     jury duty, medical appointment, book leave, sports day of my own child`,
  ),
  concept(
    'pay',
    `pay, salary, wage, overtime, pension, payslip, contract, hours, notice period, bonus, terms and conditions, tlr,
     pay scale, payday, threshold payment, pay policy, contract of employment, employment contract, pay grade,
     redundancy, backdated, job evaluation, upper pay range, deductions`,
  ),
  concept(
    'staff-absence-cover',
    `cover, cover supervisor, rarely cover, who covers, stand in, absence cover, deputise, in the absence of,
     not available, unavailable, in their absence, away, if the head is away, if she is not in, not in school,
     if he is away, someone else, deputy, next in line, fill in for, steps in, not around, isnt in, is off,
     substitute`,
  ),
  concept(
    'professional-link',
    `teaching council, teaching regulation agency, gtc, prohibition order, referral to dbs, refer to dbs,
     barring referral, referral to tra, duty to refer, resign during, resignation, leave before investigation,
     compromise agreement, barred, dismissed or resigned, refer to the dbs, general teaching council`,
  ),
  concept(
    'workload',
    `working time, workload, directed time, 1265, meeting, twilight meeting, staff meeting, emails at weekend,
     right to disconnect, reply to emails, duty rota, rota, playground duty, break duty, before school duty,
     on duty, timetable, ppa time, planning time, staff briefing, lunch duty`,
  ),
];
