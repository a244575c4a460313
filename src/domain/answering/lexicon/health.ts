import { concept } from './concept.ts';

/** Medicines, first aid, health and safety. */
export const health = [
  concept(
    'medicine',
    `medicine, medication, tablet, pill, calpol, paracetamol, prescription, inhaler, epipen, antibiotics, drug, dose,
     administer medicine, give medicine, ibuprofen, insulin, auto injector, ritalin, suncream, sun cream, piriton,
     antihistamine, prescribed, over the counter, non prescription, adrenaline, nurofen, cough sweet, eczema cream,
     creams, dosage, salbutamol, controlled drug, methylphenidate, aspirin, teething gel, sunscreen, painkiller,
     eye drops`,
  ),
  concept(
    'medical-condition',
    `medical condition, medical needs, asthma, allergy, allergic, anaphylaxis, diabetes, epilepsy, healthcare plan,
     individual healthcare plan, ihp, health condition, nut allergy, seizure, fit, allergic reaction,
     health care plan, allergen, asthma attack, asthmatic, long term condition, coeliac, intolerance, hypo,
     feeding tube, epileptic, care plan, chronic illness, medical needs policy`,
  ),
  concept(
    'illness',
    `illness, sick, poorly, unwell, infectious, infection, contagious, diarrhoea, vomit, sick bug, throw up,
     temperature, fever, covid, chickenpox, exclusion period, 48 hours, infection control, measles, norovirus,
     d and v, flu, coronavirus, nits, head lice, conjunctivitis, scarlet fever, tummy bug, communicable disease,
     outbreak, hand washing, wash hands, hand foot and mouth, impetigo, hygiene, cold, cough, germs, ukhsa,
     public health, isolate, vaccination, immunisation, worms, ringworm, being sick, rash, unwell child`,
  ),
  concept(
    'first-aid',
    `first aid, first aider, plaster, accident, injury, bump, bumped head, head injury, accident book, accident form,
     first aid kit, ambulance, cut knee, graze, nosebleed, paediatric first aid, bandage, bleeding, faint,
     appointed person, bump note, hospital, broken bone, sprain, burn, choking, defibrillator, aed, hurt themselves,
     fell over, fall, first aid box, treat, bang on the head, concussion, wound, accident report, cpr, resuscitate,
     injured, a and e, banged head, body fluids, blood, first aid certificate, sling, ice pack, medical room`,
  ),
  concept(
    'health-and-safety',
    `health and safety, h and s, hse, safe working, hazard, unsafe, riddor, slip, trip, slips and trips, near miss,
     manual handling, lifting, coshh, chemical, asbestos, legionella, working at height, ladder, ppe,
     protective equipment, health and safety at work, dangerous, unsafe equipment, risk, portable appliance,
     pat test, electrical, bleach, hazardous substance, safe condition, wet floor, spillage, defect,
     broken equipment, temperature too hot, too cold, classroom too hot, gritting, ice, snow, stand on a chair,
     reportable, cleaning products, electrical equipment, extension lead, heavy, lift heavy, safety inspection`,
  ),
  concept(
    'pregnancy',
    `pregnant, pregnancy, maternity, paternity, expecting, baby, new mother, breastfeeding, adoption leave,
     shared parental leave, antenatal, expectant mother, having a baby, parental leave, breast feed, ivf,
     express milk, miscarriage`,
  ),
  concept(
    'stress',
    `stress, workload, wellbeing, burn out, work life balance, mental health, occupational health, eap,
     employee assistance, employee assistance programme, overwhelmed, struggling, pressure, not coping,
     work related stress, struggling to cope, signed off with stress`,
  ),
  concept(
    'animals',
    `animal, pet, dog, guinea pig, class pet, farm visit, school dog, cat, rabbit, assistance dog, guide dog,
     hatching chicks, therapy dog, snake, hamster, chicks, dogs on site, zoo`,
  ),
  concept('swimming', `swim, pool, lifeguard, swimming pool, water safety, swimming lesson, paddling pool, beach, sea`),
  concept(
    'sun',
    `sun, hot weather, sun hat, sun cream, heatwave, hat, sunburn, sun safety, shade, sun protection, spf`,
  ),
  concept(
    'sleep',
    `sleep, nap, cot, bedding, sleeping child, rest time, safe sleep, asleep, sleeping baby, sleep check, bedtime`,
  ),
];
