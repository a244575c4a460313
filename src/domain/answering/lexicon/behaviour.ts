import { concept } from './concept.ts';

/** Pupils' behaviour, attendance and life in class. */
export const behaviour = [
  concept(
    'behaviour',
    `behaviour, naughty, misbehave, misbehaviour, playing up, conduct of pupils, behaviour policy, good behaviour,
     poor behaviour, unruly, acting up, mess about, behave, defiance, disruptive, kicking off, defiant,
     challenging behaviour, challenging, difficult child, conduct, low level disruption, silly, boisterous, tantrum,
     biting, hitting, spit, fighting, outburst, meltdown, dysregulated, bad behaviour, inappropriate behaviour,
     unacceptable behaviour`,
  ),
  concept(
    'pupil-sanction',
    `sanction, detention, consequence, punishment, time out, loss of privileges, isolation, report card, red card,
     yellow card, lines, keep in at break, keep them in, miss playtime, stay behind, reprimand, internal exclusion,
     kept in, behaviour point, demerit, thinking time, naughty step, withdrawal of privileges,
     after school detention, keeping a child in, removal from class, sent out, telling off, whole class punishment,
     stand in the corridor, remove from the classroom, removed from lesson`,
  ),
  concept(
    'exclusion',
    `exclusion, suspension, permanent exclusion, expel, kick out, fixed term exclusion, suspended pupil,
     managed move, off site direction, expulsion, reintegration, part time timetable, off rolling,
     alternative provision, reduced timetable`,
  ),
  concept(
    'attendance',
    `attendance, absence, truancy, late, register, bunk off, skip school, punctuality, time off, term time holiday,
     holiday in term time, unauthorised absence, authorised absence, attendance code, persistent absence,
     first day calling, school refusal, emotionally based avoidance, off school, late mark, registers close, skive,
     truant, wag, off sick, arrive late, off poorly, missing school, not in school, penalty notice, fine,
     fixed penalty, absentee, ring in, no show, turn up, not turned up, phone in sick, n code, leave of absence,
     severely absent, religious observance, medical appointment, dentist appointment`,
  ),
  concept(
    'homework',
    `homework, home learning, reading record, reading book, spellings, home work, prep, revision, reading diary,
     work at home, homework club, set homework`,
  ),
  concept(
    'remote-learning',
    `remote learning, remote education, online lesson, live lesson, virtual lesson, zoom, teams call,
     google classroom, home learning, blended learning, video lesson, online teaching, google meet, seesaw,
     distance learning, teach from home, livestream, live streaming, webcam, camera on, video call,
     video conference, video conferencing, microsoft teams, virtual classroom, online class, recorded lesson, skype,
     teaching online, remotely, online learning, breakout room, facetime, zoom call, streamed, snow day,
     remote lesson, background, learning platform, vle, virtual learning environment, work set online`,
  ),
  concept(
    'curriculum',
    `curriculum, lesson, scheme of work, teach about, rse, rshe, pshe, sex education, relationships education,
     assembly, national curriculum, computing lesson, lesson plan, withdraw from sex education, curriculum map,
     worship, collective worship, religious education, right to withdraw, citizenship, phonics, marking,
     marking work, feedback, assessment, exams, sats, gcse, coursework, nea, invigilator, test, mock exam,
     moderation, access arrangements, controlled assessment, marking code, malpractice, ai generated coursework`,
  ),
  concept(
    'collection',
    `collect, pick up, drop off, home time, going home, end of day, uncollected, fetch, late pick up,
     late collection, handover, password for collection, who can pick up, dismissal, release a child, pick them up,
     walk home alone, walk home, authorised adult, different person, someone else collecting, not on the list,
     arrival and departure, departure, arrival, nobody comes, late to collect, not collected, pick their child up`,
  ),
  concept(
    'clubs',
    `club, after school club, breakfast club, wraparound, extra curricular, after school, enrichment, sports club,
     before school, holiday club, fixture, match, tournament, after school activity, lunchtime club`,
  ),
  concept(
    'play',
    `playground, outdoor play, play equipment, playtime, climbing frame, outdoor area, outside play, toys, game,
     outdoors, trim trail, swings, field, bike, scooter, forest school, football, snowball`,
  ),
  concept(
    'lunch',
    `school meal, packed lunch, school dinner, free school meals, fsm, canteen, dining hall, kitchen, menu, snack,
     milk, fruit, water bottle, lunchbox, healthy eating, sweets, birthday cake, cake, crisps, chocolate,
     fizzy drink, food, nuts, eating, meals, halal, vegetarian, drink, drinking water, feed, mealtime, food hygiene,
     dietary`,
  ),
  concept(
    'admissions',
    `admission, apply for a place, waiting list, starting school, in year, catchment, oversubscription, transfer,
     change school, places, settling in, transition, moving school, new school, move to another school,
     secondary transfer, school place`,
  ),
];
