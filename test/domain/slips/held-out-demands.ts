/*
 * What clauses of the corpus demand that the rules of `clause-demand.ts` were not made on: labelled by reading the whole of each
 * policy, by the rule of `shared-demands.ts`, before the rules were run on any of them. Clauses go by their marks in the corpus.
 *
 * `demands`: the kind of slip, or "report"; where more than one would do, all of them. `either`: a careful reader could say
 * both. `near`: talks of leave or of telling and demands neither of its reader: what others do, what parents or pupils ask,
 * bodies outside, advice, registers. Whatever stands in none of the three demands nothing.
 */
export interface HeldOut {
  readonly demands: Readonly<Record<string, string>>;
  readonly either: string;
  readonly near: string;
}

export const heldOutDemands: Readonly<Record<string, HeldOut>> = {
  'held-back/ict-acceptable-use-primary': {
    demands: {
      k21: 'lost',
      k30: 'software',
      k32: 'off-site other-ask',
      k37: 'own-device',
      k41: 'own-device other-tell',
      k50: 'images other-ask',
      k59: 'report',
      k66: 'contact-begun',
      k67: 'social-tie',
      k73: 'report parent-message',
      k79: 'report',
      k100: 'report',
    },
    either: 'k56 k62 k83',
    near: 'k12 k18 k22 k25 k31 k36 k51 k52 k61 k80 k85 k103',
  },
  'held-back/preschool-phones-cameras-images': {
    demands: {
      k14: 'own-device',
      k18: 'social-tie other-tell',
      k19: 'own-device',
      k45: 'report other-tell',
      k62: 'lost',
      k107: 'social-tie',
      k109: 'report',
    },
    either: 'k87 k104',
    near: 'k10 k34 k35 k43 k44 k46 k47 k48 k60 k66 k71 k73 k74 k75 k77 k79 k80 k95 k105 k113 k114 k115 k116',
  },
  'held-back/staff-social-media-conduct': {
    demands: {
      k17: 'report contact-begun',
      k46: 'other-ask',
      k53: 'contact-begun report',
      k54: 'social-tie',
      k69: 'school-account',
      k85: 'school-account other-ask',
      k93: 'report other-tell',
      k104: 'report',
      k105: 'deviation misread other-tell report',
    },
    either: 'k16 k21 k59 k70 k88',
    near: 'k14 k15 k23 k31 k35 k55 k60 k64 k68 k76 k81 k84 k95 k97 k99 k102 k108 k109 k110',
  },
  'held-back/through-school-online-safety-data': {
    demands: {
      k18: 'software new-technology',
      k33: 'report',
      k52: 'report',
      k54: 'report misread',
      k56: 'report',
      k86: 'lost',
      k91: 'off-site other-ask',
      k103: 'other-tell',
      k104: 'other-tell',
      k119: 'report',
      k125: 'report other-tell',
      k128: 'unusual-contact other-ask new-technology',
    },
    either: 'k30 k59',
    near: 'k11 k35 k37 k44 k46 k57 k58 k66 k71 k80 k87 k93 k95 k99 k100 k101 k107 k120 k121 k122 k126',
  },
  'held-back/safeguarding-secondary': {
    demands: {
      k21: 'report',
      k30: 'report',
      k34: 'report',
      k35: 'report',
      k42: 'report',
      k43: 'report',
      k48: 'report',
      k52: 'report other-tell',
      k53: 'report',
      k64: 'report misread',
      k66: 'report',
      k67: 'report',
      k73: 'report',
      k74: 'misread',
      k84: 'other-ask',
      k89: 'social-tie',
      k96: 'other-tell',
      k104: 'other-ask',
    },
    either: 'k22 k23 k24 k63 k68 k95',
    near: 'k25 k26 k28 k29 k32 k33 k36 k37 k41 k45 k47 k51 k56 k69 k70 k77 k83 k86 k97 k103',
  },
  'held-back/whistleblowing-conduct-trust': {
    demands: {
      k15: 'report',
      k16: 'report',
      k17: 'report',
      k38: 'report other-tell',
      k58: 'other-ask',
      k60: 'other-tell',
      k63: 'report misread other-tell',
      k64: 'other-tell social-tie',
      k69: 'report',
      k77: 'other-ask',
      k78: 'other-tell',
      k97: 'other-tell',
      k99: 'other-tell report',
      k101: 'other-tell report',
    },
    either: 'k18 k75 k100',
    near: 'k2 k19 k21 k22 k27 k28 k31 k34 k45 k48 k71 k74 k85 k94 k98 k104 k105',
  },
  'policies/code-of-conduct-special': {
    demands: {
      k15: 'deviation other-tell',
      k25: 'other-ask',
      k39: 'other-ask',
      k48: 'report misread other-tell',
      k51: 'other-tell social-tie',
      k53: 'social-tie',
      k55: 'social-tie other-tell other-ask',
      k76: 'report',
      k84: 'other-ask',
      k118: 'other-ask',
      k119: 'other-tell',
      k128: 'lost',
      k130: 'report',
      k131: 'report',
      k132: 'report',
      k133: 'misread report',
      k134: 'report',
      k135: 'report other-tell',
      k136: 'report other-tell',
    },
    either: 'k26 k67 k88 k91 k137',
    near: 'k12 k18 k27 k28 k29 k40 k43 k57 k62 k66 k73 k74 k86 k124 k126 k127 k139 k141 k142 k144',
  },
  'policies/phones-devices-secondary': {
    demands: {
      k59: 'own-device other-tell',
      k75: 'lost',
      k82: 'report',
    },
    either: 'k36 k47 k51 k60',
    near: 'k26 k32 k44 k52 k80 k81 k85 k86 k93 k94 k98 k99 k102 k103 k127 k128 k129 k132',
  },
};
