import type { SlipKind, SlipWay } from './slip-kind.ts';

/** What a kind is where school.yaml says nothing else. */
export interface KindDefaults {
  readonly way: SlipWay;
  /** As a card prints it, and as it can be typed. */
  readonly title: string;
  /** What whoever tells or asks is to say, one to four short questions. */
  readonly asks: readonly string[];
  /** School days after which an answer is chased; absent: `usualChaseAfter`. */
  readonly chaseAfter?: number;
  /** So many days a permission is given for, where neither side names a day. */
  readonly usualDays?: number;
  /** What is asked of its holder at the end of a permission; yes is as it should be. */
  readonly atEnd?: string;
}

export const usualChaseAfter = 3;

/**
 * The built-in words of each kind. What a permission asks at its end is what policies demand then: pictures deleted, data
 * back or destroyed, an account closed.
 */
export const kindTable: Readonly<Record<SlipKind, KindDefaults>> = {
  'social-tie': {
    way: 'tell',
    title: 'A tie with a family, or a meeting outside school',
    asks: ['Whom do you know or did you meet, and how?', 'Is there anything that the school should do or know?'],
  },
  'contact-begun': {
    way: 'tell',
    title: 'Contact that a pupil or a family began',
    asks: ['Who got in touch, when and how?', 'What did you do?'],
  },
  deviation: {
    way: 'tell',
    title: 'Going against a policy, done or planned',
    asks: ['What did you do, or what do you plan?', 'Why?'],
  },
  misread: {
    way: 'tell',
    title: 'Something of mine that could be misunderstood',
    asks: ['What happened, and when?', 'Who was there?'],
  },
  posted: {
    way: 'tell',
    title: 'Something online that does not fit my post',
    asks: ['What stands where, and since when?', 'What have you done about it?'],
  },
  'parent-message': {
    way: 'tell',
    title: 'An unsuitable message from a family',
    asks: ['Who wrote, when and by what way?', 'What is it about, and what have you done?'],
  },
  lost: {
    way: 'tell',
    title: 'A password or device lost, or known to others',
    asks: ['What is lost or known, since when?', 'What was on it or behind it, and what have you done?'],
    chaseAfter: 1,
  },
  'other-tell': {
    way: 'tell',
    title: 'Something else that a policy says to tell',
    asks: ['What do you want to tell?'],
  },
  images: {
    way: 'ask',
    title: 'Taking or using pictures of pupils',
    asks: ['What are they for, and of whom?', 'Which consents are there?', 'Where are they kept, and for how long?'],
    usualDays: 28,
    atEnd: 'Have the pictures been deleted?',
  },
  'own-device': {
    way: 'ask',
    title: 'Using a device of my own',
    asks: ['Which device, and what for?', 'Where and when?'],
    usualDays: 7,
  },
  'unusual-contact': {
    way: 'ask',
    title: 'Contacting a pupil or family in an unusual way',
    asks: ['Whom, by what way and why?', 'Who else sees what is written or said?'],
    usualDays: 14,
    atEnd: 'Has that way of contact been given up?',
  },
  'school-account': {
    way: 'ask',
    title: 'An account, page or site in the school’s name',
    asks: ['Where, and what for?', 'Who will have the password, and who looks after it?'],
    usualDays: 365,
    atEnd: 'Has the account been closed or handed over?',
  },
  software: {
    way: 'ask',
    title: 'New software, an app or a service',
    asks: ['What is it, and who makes it?', 'What is it for, and what data does it get?'],
    usualDays: 365,
    atEnd: 'Has it been taken off?',
  },
  'off-site': {
    way: 'ask',
    title: 'Taking data or records off site',
    asks: ['What, and about whom?', 'Why, where to, and how is it kept safe?'],
    usualDays: 7,
    atEnd: 'Is everything back, or destroyed?',
  },
  'new-technology': {
    way: 'ask',
    title: 'New technology with pupils',
    asks: ['What is it, and what will pupils do with it?', 'What does your risk assessment say?'],
    usualDays: 90,
  },
  'other-ask': {
    way: 'ask',
    title: 'Something else that a policy says to ask for',
    asks: ['What do you ask for, and why?'],
    usualDays: 28,
  },
};
