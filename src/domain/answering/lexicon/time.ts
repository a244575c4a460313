import { concept } from './concept.ts';

/** When, how often, how long. */
export const time = [
  concept(
    'immediately',
    `immediately, straight away, right away, at once, as soon as possible, asap, without delay, promptly, same day,
     urgent, instantly, there and then, as soon as practicable, end of the day, on the same day, next working day,
     quickly, soon, within 24 hours, how soon, how quickly, without undue delay, how fast, how urgent,
     at the earliest opportunity`,
  ),
  concept(
    'deadline',
    `deadline, within, working day, time limit, time frame, timescale, how long do i have, by when, no later than,
     time period, cut off, due date, how many days, in time, 72 hours, calendar month, school days, one month,
     one calendar month, days to respond, how long does it take`,
  ),
  concept(
    'yearly',
    `annual, yearly, every year, each year, once a year, per year, twelve months, academic year, every 12 months,
     every september, 12 months, year on year`,
  ),
  concept(
    'regularly',
    `regular, regularly, routinely, periodically, frequent, frequency, how often, from time to time, termly,
     each term, every term, weekly, monthly, daily, half termly, continuous, ongoing, every week, once a term,
     half term, every day, fortnightly, every month, termly basis, how frequently, every so often, constantly,
     each half term`,
  ),
  concept(
    'out-of-hours',
    `out of hours, outside school hours, outside working hours, evening, weekend, holiday, night, in my own time,
     own time, after work, after hours, bank holiday, half term holiday, summer holidays, outside work, spare time,
     at night, late at night, personal time, on a sunday, on a saturday, in the evening, outside of school,
     not at work, free time, out of school, private life, social life, personal life`,
  ),
  concept(
    'working-hours',
    `working hours, school hours, school day, during the day, in work time, lesson time, class time, contact time,
     directed time, in school time, during lessons, working day, on duty, at work, in lessons, while teaching,
     when teaching, work time, school time, contact hours, teaching time, when working, with children,
     while working, paid time, while i am teaching`,
  ),
  concept(
    'break-time',
    `break time, lunch, lunchtime, playtime, break, dinner time, lunch hour, lunch break, tea break, own breaks,
     morning break, non contact time, ppa, free period, on my break, recess, in my lunch, at dinner`,
  ),
  concept(
    'before',
    `before, prior, in advance, advance notice, ahead of, prior to, beforehand, how much notice, notice period`,
  ),
  concept(
    'time-limit-keeping',
    `retention period, how long kept, how long do we keep, keep for, years after, retention schedule, 25th birthday,
     date of birth, retained for, destroyed after, how long should we keep, how many years, records kept,
     until they are 25, six years, store for, seven years`,
  ),
  concept(
    'emergency',
    `emergency, urgent, crisis, serious incident, critical incident, evacuate, fire, fire alarm, lockdown, bomb,
     fire drill, assembly point, muster point, fire exit, invacuation, terror, evacuation plan, in an emergency,
     critical, extinguisher, fire door, fire warden, fire marshal`,
  ),
  concept(
    'first-time',
    `first time, first offence, repeat, second time, keeps happening, persistent, more than once, third time,
     final warning, pattern, recurrent, habitual, ongoing, reoffend, keep doing it`,
  ),
];
