import { concept } from './concept.ts';

/** What people do, may do and must do: the verbs of questions against the verbs of policies. */
export const actions = [
  concept(
    'allow',
    `allow, permit, authorise, authority, okay to, ok to, alright to, consent, agree, sanction, permissible,
     acceptable, allowed to, am i ok, is it fine, fine to, green light, go ahead, entitled, acceptable use`,
  ),
  concept(
    'forbid',
    `forbid, ban, prohibit, not allow, not permit, must not, never, should not, shouldnt, not acceptable,
     unacceptable, against the rules, out of bounds, no one may, off limits, a no no, refrain, avoid,
     under no circumstances, disallow, inappropriate, mustnt, strictly forbidden, not be used, do not, outlawed`,
  ),
  concept(
    'report',
    `report, tell, inform, notify, let know, raise, flag, escalate, refer, referral, pass on, alert, speak to,
     speak up, go to, share concern, make aware, raise a concern, report to, mention, bring to the attention,
     draw to the attention, disclose to, own up, who do i tell, who to tell, let someone know, hand over, inform of,
     advise, talk to, confide, bring up, grass, snitch, dob in, tip off, own up to, come forward, who do i ring,
     make known`,
  ),
  concept(
    'contact',
    `contact, ring, phone up, call, get hold of, get in touch, reach, speak with, communicate, telephone, write to,
     correspond, liaise, chat, talk, message, keep in touch, stay in touch, touch base, interact, conversation,
     reply, respond, be in contact, get back to, dm, text, write back`,
  ),
  concept(
    'disclose',
    `disclose, share, give out, pass on, divulge, reveal, release, hand out, tell other people, make public, publish,
     gossip, discuss, leak, share with, let slip, talk about, spread, give away, show, repeat, chat about, blab,
     circulate, pass to, hand over, mention to`,
  ),
  concept(
    'record',
    `record, write down, write up, log, note, document, keep a record, make a note, minute, fill in, jot down,
     put in writing, in writing, written record, logbook, paperwork, register, incident form, note down, cpoms,
     myconcern, concern form, write a report, chronology, written account, complete a form, body map, incident log`,
  ),
  concept(
    'keep',
    `keep, store, retain, hold, save, archive, storage, hang on to, hold on to, keep hold of, file away, put away,
     locked, lock away, lock up, filing cabinet, cabinet, cupboard, secure, locker, drawer, safe place,
     under lock and key`,
  ),
  concept(
    'delete',
    `delete, destroy, erase, remove, shred, dispose, get rid of, bin, wipe, throw away, chuck out, take down,
     throw out, clear, scrap, confidential waste, discard, purge, take off, recycle, trash, clear out`,
  ),
  concept(
    'send',
    `send, forward, email over, transmit, transfer, attach, submit, post off, pass along, share by email, send home,
     send out, cc, copy in, bcc`,
  ),
  concept(
    'upload',
    `upload, post, put online, put up, stick up, share online, publish, add to, put on, whack up, put it on, display,
     comment, tweet, blog, write online, stick on, pop on, share on, put something on, go live, livestream`,
  ),
  concept(
    'download',
    `download, install, add software, put on a laptop, set up, stream, get an app, app store, put on my computer,
     put on the computer`,
  ),
  concept(
    'look-at',
    `look at, view, access, browse, see, watch, visit, go on, log on to, read, look up, click on, search, google,
     surf, go online, peek, search for`,
  ),
  concept(
    'take-home',
    `take home, take off site, bring home, off site, offsite, leave the building, leave the premises,
     remove from school, take out of school, away from school, at home, off the premises, outside school, from home,
     in my car, overnight, leave school, out of the building, take away, off school premises, removed from site`,
  ),
  concept(
    'lose',
    `lose, loss, misplace, left on the bus, left behind, steal, missing, leave on the train, nicked, gone missing,
     mislaid, cant find, robbed, left it, left on, pinched`,
  ),
  concept(
    'break',
    `break, damage, smash, not working, faulty, fault, crash, crack, spill, drop, wear and tear, malfunction,
     vandalise, vandalism, repair, fix, packed in, bust`,
  ),
  concept(
    'break-rules',
    `breach, break the rules, break this policy, infringe, contravene, non compliance, fail to comply,
     failure to comply, violate, not follow, ignore, disregard, do not comply, does not follow, misuse, abuse of,
     go against, do not follow, failure to follow, get caught, mess up, break a rule, failure to adhere,
     contravention, ignore the rules, fails to follow`,
  ),
  concept(
    'follow-rules',
    `comply, follow, adhere, abide, stick to, observe, obey, compliance, keep to, in line with, in accordance with,
     go along with, respect, uphold`,
  ),
  concept(
    'monitor',
    `monitor, check up, spy, track, watch, surveillance, intercept, supervise, oversee, inspect, look through,
     keep an eye on, snoop, read my emails, audit, log, keep tabs, eavesdrop, scrutinise, scrutiny, look over,
     oversight, go through my, see what i do`,
  ),
  concept(
    'search',
    `search, screening, confiscate, seize, go through bags, frisk, bag search, pockets, take off them,
     take it off them, turn out their pockets, take away, search without consent`,
  ),
  concept(
    'check',
    `check, verify, confirm, make sure, ensure, make certain, double check, vet, see if, validate, ascertain,
     satisfy themselves`,
  ),
  concept(
    'approve',
    `approve, sign off, agree, adopt, ratify, authorise, give permission, give the go ahead, okay, endorse,
     clear it with, clear it first, say yes, sanction, prior approval, written approval, prior agreement,
     written permission, express permission, permission from, prior permission, prior consent, consult, run it past,
     run past, check with, ask first, get permission, need permission, ask permission, okay it, agreed by,
     whose permission, seek permission`,
  ),
  concept(
    'sign',
    `sign, signature, acknowledge, agreement, declaration, put my name, agree to, initial, undertake,
     confirm that i have read, read and understood, sign up`,
  ),
  concept(
    'refuse',
    `refuse, decline, say no, withhold, withdraw, object, reject, opt out, turn down, revoke, change their mind,
     do not want, doesnt want, dont want`,
  ),
  concept(
    'request',
    `request, ask, apply, demand, application, put in a request, want a copy, enquiry, enquire, ask for, query`,
  ),
  concept('give', `give, provide, supply, issue, provision, lend, loan, offer, hand out, make available, dish out`),
  concept(
    'get-back',
    `return, give back, hand in, hand back, bring back, surrender, leave employment, retrieve, recover, collect`,
  ),
  concept('use', `use, utilise, make use of, operate, access, handle`),
  concept(
    'borrow',
    `borrow, lend, loan, share, let someone use, let use, use by others, family use, someone elses, other people use,
     another persons, use mine, belonging to, have a go on`,
  ),
  concept(
    'pretend',
    `pretend, impersonate, pose as, false name, fake, anonymous, hide who, alias, assume the identity,
     false identity, under a different name, another person's name, made up name`,
  ),
  concept(
    'stop',
    `stop, cease, end, finish, close, terminate, withdraw, suspend, discontinue, switch off, turn off, block,
     cut off, pause`,
  ),
  concept(
    'investigate',
    `investigate, look into, inquiry, find out, examine, interview, gather evidence, fact finding, follow up,
     evidence, question a child, statement, witness, look in to, disciplinary investigation`,
  ),
  concept(
    'decide',
    `decide, judge, determine, discretion, judgement, decide whether, final say, have the last word, up to, choose,
     call the shots, decision maker, professional judgement, make the call`,
  ),
  concept(
    'responsible',
    `responsible, in charge, accountable, duty, role, oversee, lead on, whose job, look after, manage, take charge,
     runs, deal with, oversight, whose responsibility, who runs, in charge of, who deals with, who looks after, owns`,
  ),
  concept(
    'help',
    `help, support, advice, assist, guidance, counsel, wellbeing support, who can help, backup, advise, assist with,
     seek advice, someone to talk to, helpline, not sure, unsure, in doubt, if in doubt, clarification,
     dont know what to do, uncertain, wobbly about`,
  ),
  concept(
    'meet',
    `meet, meeting, meet up, get together, see outside school, hang out, socialise, spend time with, go round,
     visit at home, see them after school, catch up, encounter, come round, go for a drink, bump into, pop round,
     socially, social contact, out of school contact`,
  ),
  concept(
    'touch',
    `touch, hug, cuddle, physical contact, hold hands, pat, comfort, hands on, tickle, lap, sit on lap, arm round,
     kiss, physical touch, pick up a child, carry, put my arm round, on my knee, hold, stroke, console,
     handle a child, hand on shoulder`,
  ),
  concept(
    'give-lift',
    `lift, give a lift, drive, own car, transport, car, lift home, run them home, in my car, vehicle, minibus, taxi,
     drop home, driver, seat belt, give a ride, car insurance, business insurance, taking children in cars,
     seatbelt, booster seat`,
  ),
  concept(
    'be-alone',
    `alone, one to one, on my own, alone with, one on one, 1 to 1, by myself, closed door, door shut,
     behind closed doors, lone, door closed, private room, by themselves, single adult, lone working, unaccompanied,
     unsupervised, door open, private meeting, isolated, lone worker, in view of`,
  ),
  concept(
    'leave',
    `leave, resign, quit, notice, move on, end of employment, termination, leave the school, handing in notice,
     leaver, departure, new job, last day, leave employment, stop working here`,
  ),
  concept(
    'join',
    `new starter, start, join, begin, new staff, new to the school, first day, induction, commencing,
     newly appointed, before starting, new member of staff, appointed, just started, new here, settle in,
     new employee, start work`,
  ),
  concept(
    'pay-for',
    `pay, cost, charge, price, reimburse, refund, repay, bill, expense, pay back, foot the bill, liable for, liable,
     replacement cost, out of pocket, fee, payment, compensation, cough up, deposit, deduct, invoice, paying for`,
  ),
  concept(
    'buy',
    `buy, purchase, order, procure, get quotes, quote, spend, acquire, order form, purchase order, procurement card,
     credit card, supplier, tender`,
  ),
  concept(
    'explain',
    `explain, teach, go through, make clear, educate, show how, remind, discuss with, awareness, brief, made aware,
     talk through, curriculum, lesson, reinforce`,
  ),
  concept(
    'protect',
    `protect, safeguard, look after, shield, defend, keep safe, safety, protected from, guard, secure`,
  ),
  concept(
    'accuse',
    `accuse, allege, complain about, blame, point the finger, made a claim, says i, claims that, accused of,
     finger pointed`,
  ),
  concept(
    'encourage',
    `encourage, promote, praise, reward, motivate, positive reinforcement, celebrate, certificate, sticker, merit,
     house point, star of the week, recognition, recognise achievement, golden time, dojo, privileges`,
  ),
];
