import { concept } from './concept.ts';

/** Equality, disability, belief. */
export const inclusion = [
  concept(
    'equality',
    `equality, equal opportunities, discrimination, equality act, protected characteristic, diversity, inclusion,
     racism, racist, sexism, sexist, homophobic, prejudice, fairness, unfair, treated differently, treat fairly,
     transphobic, disablist, stereotype, hate crime, ethnicity, race, gender, sexual orientation,
     gender reassignment, public sector equality duty, hate incident, less favourably, bias, biased, antisemitic,
     islamophobic, bigoted, equal access, harassment, xenophobic, racial, equality objectives, n word, racist joke,
     racist comment, misogyny, misogynistic, gay, lesbian, lgbt, lgbtq`,
  ),
  concept(
    'disability',
    `disability, reasonable adjustment, wheelchair, accessible, impairment, adjustment, hearing impaired,
     visually impaired, ramp, mobility, occupational health, accessibility plan, disabled toilet, deaf, blind,
     hearing loop, blue badge, large print`,
  ),
  concept(
    'special-needs',
    `send, sen, special needs, special educational needs, ehcp, education health and care plan, iep, autism,
     autistic, adhd, dyslexia, additional needs, one page profile, graduated approach, asc, asd, provision map,
     annual review, learning difficulty, support plan, sensory, sen register, learning needs, communication needs,
     selective mutism, neurodiverse, speech and language, code of practice, sen support, assess plan do review, pda,
     dyspraxia, one plan`,
  ),
  concept(
    'religion',
    `religion, faith, belief, religious, prayer, cultural, church, mosque, ramadan, fasting, eid, headscarf, sikh,
     muslim, christian, jewish, spiritual, festival, worship, kirpan, pray, diwali, bible`,
  ),
  concept(
    'gender-identity',
    `transgender, trans, gender questioning, pronouns, gender identity, transition, preferred name,
     social transition, non binary, deadname, gender questioning child`,
  ),
  concept(
    'language-spoken',
    `eal, english as an additional language, home language, translate, interpreter, speaks no english,
     does not speak english, bilingual, mother tongue, own language, language barrier, sign language, makaton`,
  ),
];
